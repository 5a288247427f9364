import { createTextReader, readRelated, readStoredSite } from './content-store.ts';
import type { RelatedIds, StoredSite } from './stored.ts';

/** What `derive` makes of the site, made anew only when the content has been read anew. */
export function perSite<Value>(derive: (site: StoredSite) => Value): () => Value {
  let last: { site: StoredSite; value: Value } | undefined;
  return () => {
    const site = readSite();
    if (last?.site !== site) last = { site, value: derive(site) };
    return last.value;
  };
}

/** The ISO day in Japan on which the site stands: statuses, events and the month of the home page go by it. */
export function getBuildDay(): string {
  return readSite().day;
}

/** For each Q&A the ids of those that the search finds nearest. */
export function getRelatedIds(): RelatedIds {
  return readRelated(import.meta.env.CONTENT_STORE);
}

export const getTexts = createTextReader(import.meta.env.CONTENT_STORE);

function readSite(): StoredSite {
  return readStoredSite(import.meta.env.CONTENT_STORE);
}
