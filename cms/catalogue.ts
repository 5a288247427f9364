/** What forms offer for choosing: the topics and the questions as the site was last built with them. */
export function createCatalogue(base: string): Catalogue {
  let loading: Promise<CatalogueData> | undefined;
  return {
    load: () => {
      loading ??= fetch(`${base}admin/catalogue.json`)
        .then(async (response) => (response.ok ? ((await response.json()) as CatalogueData) : nothing))
        .catch(() => {
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
  topics: { id: string; name: string; parent: string | null }[];
  questions: { id: string; question: string; group: string; status: string; reviewBy: string }[];
}
