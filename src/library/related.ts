import { getQas, type LibraryQa } from './qas.ts';

/** The Q&As that an editor named as related, in the editor's order. */
export async function getRelated(qa: LibraryQa): Promise<LibraryQa[]> {
  const byId = new Map((await getQas()).map((other) => [other.id, other]));
  return qa.related.flatMap((id) => byId.get(id) ?? []);
}
