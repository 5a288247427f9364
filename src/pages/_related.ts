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
  return [...new Set([...qa.related, ...(found.get(qa.id) ?? [])])]
    .flatMap((id) => byId.get(id) ?? [])
    .slice(0, Math.max(relatedCount, qa.related.length));
}

/** Once a build. */
function findAll(): Promise<Found> {
  if (!import.meta.env.PROD) return findAnew();
  cache ??= findAnew();
  return cache;
}

let cache: Promise<Found> | undefined;

async function findAnew(): Promise<Found> {
  const qas = await getQas();
  const found = (await indexOfBuild()?.related()) ?? (await findWhileWriting(qas));
  return { byId: new Map(qas.map((qa) => [qa.id, qa])), found };
}

/**
 * Anew when a question comes, goes or changes, since that takes longer than all else of a page. Vite evaluates this
 * module again with each change of the content, so that what was found is kept under a global name.
 */
function findWhileWriting(qas: readonly LibraryQa[]): Promise<Found['found']> {
  const kept = globalThis as { kenjinkaiRelated?: { questions: string; found: Promise<Found['found']> } };
  const questions = JSON.stringify(qas.map(({ id, question, aliases }) => [id, question, aliases]));
  if (kept.kenjinkaiRelated?.questions !== questions)
    kept.kenjinkaiRelated = { questions, found: prepare(qas).then((prepared) => findRelated(prepared, relatedCount)) };
  return kept.kenjinkaiRelated.found;
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
