import { toIndexDocuments } from '../loader/index-documents.ts';
import { getQas, type LibraryQa } from '../library/qas.ts';
import { getTopics } from '../library/topics.ts';
import { getVocabulary } from '../library/vocabulary.ts';
import { findRelated, relatedCount } from '../search/indexing/find-related.ts';
import { indexOfBuild } from '../search/indexing/index-of-build.ts';
import { prepareIndex } from '../search/indexing/prepare-index.ts';

/** For each Q&A those that an editor named, in the editor's order, and then what the search finds nearest. */
export async function getRelated(qa: LibraryQa): Promise<LibraryQa[]> {
  const { byId, found } = await findAll();
  return [...new Set([...qa.related, ...(found.get(qa.id) ?? [])])].flatMap((id) => byId.get(id) ?? []).slice(0, Math.max(relatedCount, qa.related.length));
}

/** Once a build; a page that is written is shown with what is related to it now. */
function findAll(): Promise<Found> {
  if (!import.meta.env.PROD) return findNow();
  cache ??= findNow();
  return cache;
}

let cache: Promise<Found> | undefined;

async function findNow(): Promise<Found> {
  const qas = await getQas();
  const found = (await indexOfBuild()?.related()) ?? findRelated(await prepare(qas), relatedCount);
  return { byId: new Map(qas.map((qa) => [qa.id, qa])), found };
}

async function prepare(qas: readonly LibraryQa[]): Promise<ReturnType<typeof prepareIndex>> {
  const parents = new Map((await getTopics()).map((topic) => [topic.id, topic.parent]));
  return prepareIndex(toIndexDocuments(qas, parents), await getVocabulary());
}

interface Found {
  readonly byId: ReadonlyMap<string, LibraryQa>;
  /** For each id the ids of those nearest to it. */
  readonly found: ReadonlyMap<string, readonly string[]>;
}
