import { readRelated, readStoredSite, readTexts } from './content-store.ts';
import type { ContentStoreRange, QaTexts, RelatedIds, StoredSite } from './stored.ts';

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

/** A page asks for the texts of one Q&A several times, and several pages are made at once. */
export function getTexts(range: ContentStoreRange): QaTexts {
  const texts = recent.get(range) ?? readTexts(import.meta.env.CONTENT_STORE, range);
  if (!recent.has(range)) recent.set(range, texts);
  const [oldest] = recent.keys();
  if (oldest && recent.size > maxRecent) recent.delete(oldest);
  return texts;
}

const recent = new Map<ContentStoreRange, QaTexts>();
const maxRecent = 50;

function readSite(): StoredSite {
  return readStoredSite(import.meta.env.CONTENT_STORE);
}
