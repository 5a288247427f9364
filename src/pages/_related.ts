import { getQas, type LibraryQa } from '../library/qas.ts';
import { getVocabulary } from '../library/vocabulary.ts';
import { findRelated } from '../search/indexing/find-related.ts';
import { getIndexDocuments } from './_index-document.ts';

const most = 5;

/** For each Q&A those that an editor named, in the editor's order, and then what the search finds nearest. */
export async function getRelated(): Promise<(qa: LibraryQa) => LibraryQa[]> {
  const [qas, documents, vocabulary] = await Promise.all([getQas(), getIndexDocuments(), getVocabulary()]);
  const byId = new Map(qas.map((qa) => [qa.id, qa]));
  const found = findRelated(documents, vocabulary, most);
  return (qa) => [...new Set([...qa.related, ...(found.get(qa.id) ?? [])])].flatMap((id) => byId.get(id) ?? []).slice(0, Math.max(most, qa.related.length));
}
