import type { Git } from './git.ts';
import { openObjectReader } from './object-reader.ts';
import { parseCommit, type Commit } from './commit.ts';
import { createRecent } from './recent.ts';
import { parseTree, type TreeEntry } from './tree.ts';

/** Reads commits, trees and files by id, through memory. */
export function openObjects(git: Git): Objects {
  const reader = openObjectReader(git);
  const trees = createRecent<TreeEntry[]>(200_000, (entries) => entries.length + 1);
  const commits = createRecent<Commit>(5_000);
  const files = createRecent<Buffer>(64 * 1024 * 1024, (bytes) => bytes.length + 200);

  const commit = async (name: string): Promise<Commit | undefined> => {
    const known = commits.get(name);
    if (known) return known;
    const object = await reader.read(name);
    if (object?.type !== 'commit') return undefined;
    const parsed = parseCommit(object.id, object.bytes);
    commits.set(object.id, parsed);
    return parsed;
  };

  const tree = async (id: string): Promise<TreeEntry[]> => {
    const known = trees.get(id);
    if (known) return known;
    const object = await reader.read(id);
    if (object?.type !== 'tree') throw new Error(`no tree ${id}`);
    const entries = parseTree(object.bytes, git.idLength / 2);
    trees.set(id, entries);
    return entries;
  };

  const file = async (id: string): Promise<Buffer> => {
    const known = files.get(id);
    if (known) return known;
    const object = await reader.read(id);
    if (object?.type !== 'blob') throw new Error(`no blob ${id}`);
    files.set(id, object.bytes);
    return object.bytes;
  };

  return {
    commit,
    tree,
    file,
  };
}

export interface Objects {
  /** `name` is a full reference name or an id. */
  commit: (name: string) => Promise<Commit | undefined>;
  tree: (id: string) => Promise<TreeEntry[]>;
  file: (id: string) => Promise<Buffer>;
}
