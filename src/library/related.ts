import { getQasById, type LibraryQa } from './qas.ts';
import { getRelatedIds } from './site.ts';

/** How many related questions a page shows at least, where the search finds as many. */
const shownCount = 5;

/** For a Q&A those that an editor named, in the editor's order, and then what the search finds nearest. */
export async function getRelated(qa: LibraryQa): Promise<LibraryQa[]> {
  const qas = await getQasById();
  return [...new Set([...qa.related, ...(getRelatedIds()[qa.id] ?? [])])]
    .flatMap((id) => qas.get(id) ?? [])
    .slice(0, Math.max(shownCount, qa.related.length));
}
