import type { Client } from '../backend/client.ts';

/**
 * What forms offer for choosing: topics and questions by name. The project's own server gives all of them to signed-in
 * users. Without that server the list comes from the built site and holds what its readers may see; other topics and
 * questions are shown by their id.
 */
export function createCatalogue({ base, client }: CatalogueOptions): Catalogue {
  const read = async (): Promise<CatalogueData> => {
    if (client) return client.act('catalogue', {});
    const response = await fetch(`${base}admin/catalogue.json`);
    return response.ok ? ((await response.json()) as CatalogueData) : nothing;
  };
  let loading: Promise<CatalogueData> | undefined;
  return {
    load: () => {
      loading ??= read().catch(() => {
        loading = undefined;
        return nothing;
      });
      return loading;
    },
  };
}

const nothing: CatalogueData = { topics: [], questions: [] };

export interface Catalogue {
  load(): Promise<CatalogueData>;
}

export interface CatalogueData {
  /** `kana` is how the name is read; '' where it is not known. */
  topics: { id: string; name: string; kana: string; parent: string | null }[];
  /** `audience` is `public` or `members`; a field that a broken entry lacks is ''. */
  questions: { id: string; question: string; group: string; status: string; reviewBy: string; audience: string }[];
}

interface CatalogueOptions {
  /** The site's own path, with slashes at both ends. */
  base: string;
  /** Undefined where the desk works without the project's own server. */
  client: Client | undefined;
}
