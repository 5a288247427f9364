import type { ListedEntry } from '../../protocol/entry-shapes.ts';
import type { EntryList } from '../backend/entry-list.ts';
import { writeEntrySummary } from '../backend/entry-summary.ts';
import { findEntries } from './find-entries.ts';

declare global {
  interface Window {
    /** Asked by Decap's search in place of `findEntries` where there is the project's own server. */
    findListed?: FindListed;
  }
}

/**
 * The search among entries over what the desk keeps of them, so that Decap is given what was found and not thousands of
 * entries. `say` is told where more were found than are shown.
 */
export function createFindListed({ entryList, collections, fieldsOf, say }: FindListedParts): FindListed {
  return async (names, typed) => {
    const wanted = collections.filter(({ name }) => names.includes(name));
    const lists = await Promise.all(
      wanted.map(async ({ name, folder, extension, path = '' }) => {
        const entries = await entryList.load({ folder, extension, depth: path.split('/').length });
        return entries
          .filter(({ error }) => error === undefined)
          .map((entry) => ({ collection: name, entry, data: fieldsOf(entry) }));
      }),
    );
    const found = findEntries(lists.flat(), typed);
    if (found.length > mostShown)
      say(`${found.length}件見つかりました。はじめの${mostShown}件を表示しています。言葉を足すと絞り込めます。`);
    return found.slice(0, mostShown).map(({ collection, entry: { path, id, fields } }) => ({
      collection,
      row: { data: writeEntrySummary(fields ?? undefined), file: { path, id } },
    }));
  };
}

/** Nobody reads more, and Decap takes seconds to draw a thousand. */
const mostShown = 200;

/** Names of collections, and what was typed; the rows are for Decap's `processEntries`. */
type FindListed = (names: readonly string[], typed: string) => Promise<{ collection: string; row: object }[]>;

interface FindListedParts {
  entryList: EntryList;
  collections: readonly { name: string; folder: string; extension: string; path?: string }[];
  /** With those in words by which lists are filtered. */
  fieldsOf: (entry: ListedEntry) => Record<string, unknown>;
  say: (sentence: string) => void;
}
