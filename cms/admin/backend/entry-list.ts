import { compareTexts } from '../../../src/strings/compare.ts';
import type { ListedEntry } from '../../protocol/entry-shapes.ts';
import type { Client } from './client.ts';

/**
 * What lists show of all entries of a folder, kept while the desk is open: the server is asked for what differs since
 * the last time. What Git could not read is asked for again.
 */
export function createEntryList(client: Pick<Client, 'act'>): EntryList {
  const known = new Map<string, Known>();
  const underWay = new Map<string, Promise<readonly ListedEntry[]>>();

  const ask = async (place: Place): Promise<readonly ListedEntry[]> => {
    const before = known.get(place.folder);
    const isSound = before?.entries.every(({ error }) => error === undefined) === true;
    const [head, ...rest] = await client.act('listEntries', {
      ...place,
      ...(before && isSound ? { since: before.tree } : {}),
    });
    if (head === undefined || !('tree' in head)) return before?.entries ?? [];
    const changed = rest.filter((item) => 'path' in item);
    const byPath = new Map(head.isWhole ? [] : before?.entries.map((entry) => [entry.path, entry]));
    for (const entry of changed) {
      if (entry.id === null && entry.error === undefined) byPath.delete(entry.path);
      else byPath.set(entry.path, entry);
    }
    const isSame = !head.isWhole && changed.length === 0 && before !== undefined;
    const entries = isSame
      ? before.entries
      : [...byPath.values()].sort((one, other) => compareTexts(one.path, other.path));
    known.set(place.folder, { tree: head.tree, entries });
    return entries;
  };

  return {
    load: (place) => {
      const asked = underWay.get(place.folder) ?? ask(place).finally(() => underWay.delete(place.folder));
      underWay.set(place.folder, asked);
      return asked;
    },
  };
}

export interface EntryList {
  /** In the order of their paths. */
  load(place: Place): Promise<readonly ListedEntry[]>;
}

/** As Decap names the files of a collection. */
interface Place {
  folder: string;
  extension: string;
  depth: number;
}

interface Known {
  tree: string;
  entries: readonly ListedEntry[];
}
