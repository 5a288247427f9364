import { collections, type CollectionName } from '../../../src/schema/collections.ts';
import type { ListedEntry } from '../../protocol/entry-shapes.ts';
import { orderRows, type ListOrder } from '../lists/list-order.ts';
import { tellUnreadable, type OnUnreadable } from './board.ts';
import type { EntryList } from './entry-list.ts';
import { writeEntrySummary } from './entry-summary.ts';

/** Hands Decap the entries of a folder a page at a time, in the order that the editor chose. */
export function createListPages({ entryList, orderOf, fieldsOf, onUnreadable }: ListParts): ListPages {
  /** By folder, as they are shown. */
  const lists = new Map<string, readonly ListedEntry[]>();
  const load = async (folder: string, extension: string, depth: number): Promise<readonly ListedEntry[]> => {
    const entries = await entryList.load({ folder, extension, depth });
    tellUnreadable(entries, onUnreadable);
    return entries.filter(({ error }) => error === undefined);
  };
  const pageFrom = (folder: string, from: number): ListPage => {
    const rows = lists.get(folder) ?? [];
    const next = from + pageSize;
    const cursor = {
      actions: next < rows.length ? ['next', 'append_next'] : [],
      data: { folder, next },
      meta: { page: next / pageSize, pageSize, count: rows.length },
    };
    return { entries: rows.slice(from, next).map(toListed), cursor };
  };
  return {
    first: async (folder, extension, depth) => {
      const entries = await load(folder, extension, depth);
      const collection = collectionOfFolder(folder);
      lists.set(folder, collection ? orderRows(entries, orderOf(collection), fieldsOf) : entries);
      const page = pageFrom(folder, 0);
      return Object.assign(page.entries, { [cursorKey]: page.cursor });
    },
    next: ({ data }) => pageFrom(String(data?.get('folder')), Number(data?.get('next'))),
    all: async (folder, extension, depth) => (await load(folder, extension, depth)).map(toListed),
  };
}

/** Rows that Decap draws at once: a few screens. */
const pageSize = 100;

/** The key under which Decap looks for what follows a list, see `src/integrations/decap-words.ts`. */
const cursorKey = Symbol.for('cursor key for compatibility with old backends');

function toListed({ path, id, fields }: ListedEntry): object {
  return { data: writeEntrySummary(fields ?? undefined), file: { path, id } };
}

function collectionOfFolder(folder: string): CollectionName | undefined {
  return collectionNames.find((name) => `content/${collections[name].folder}` === folder);
}

const collectionNames = Object.keys(collections) as CollectionName[];

export interface ListPages {
  /** The first page of a folder, as it is now, with what follows it. */
  first(folder: string, extension: string, depth: number): Promise<object[]>;
  /** The next page of a list as it was when its first page was shown. */
  next(cursor: Cursor): ListPage;
  /** Every entry of a folder. */
  all(folder: string, extension: string, depth: number): Promise<object[]>;
}

export interface ListParts {
  entryList: EntryList;
  /** How the list of a collection is sorted, filtered and grouped. */
  orderOf: (collection: string) => ListOrder;
  /** Of an entry in a list, also those in words by which lists are filtered. */
  fieldsOf: (entry: ListedEntry) => Record<string, unknown>;
  onUnreadable?: OnUnreadable;
}

/** What follows a list, in Decap's words. */
export interface Cursor {
  data?: { get(key: string): unknown };
}

interface ListPage {
  entries: object[];
  cursor: object;
}
