import { LRUCache } from 'lru-cache';
import { openGitCoprocess } from '../git/git-coprocess.ts';
import type { Git } from '../git/git.ts';
import { parseCommit, type Commit } from './commit.ts';
import { openObjectReader, UnreadableObject, type GitObject } from './object-reader.ts';
import { parseTree, type TreeEntry } from './tree-object.ts';

/**
 * Reads commits, trees and files by id and keeps the last ones in memory. `recall` tries to restore a missing object,
 * and resolves to whether it did.
 */
export function openObjects(git: Git, recall: (name: string) => Promise<boolean> = async () => false): Objects {
  const reader = openObjectReader(git, recall);
  const trees = new LRUCache<string, TreeEntry[]>({
    maxSize: 200_000,
    sizeCalculation: (entries) => entries.length + 1,
  });
  const commits = new LRUCache<string, Commit>({ max: 5_000 });
  const files = new LRUCache<string, Buffer>({
    maxSize: 64 * 1024 * 1024,
    sizeCalculation: (bytes) => bytes.length + 200,
  });

  /**
   * Id of each damaged object → moment (`performance.now()`) at which it was found. Git's process ends at a damaged
   * object, so it is not asked for it again for a while.
   */
  const damaged = new Map<string, number>();

  const read = async (name: string): Promise<GitObject | undefined> => {
    const since = damaged.get(name);
    if (since !== undefined && performance.now() - since < damagedForMs) throw new UnreadableObject(name);
    try {
      return await reader.read(name);
    } catch (error) {
      throw error instanceof UnreadableObject ? fail(name) : error;
    }
  };

  /** Remembers that an object is damaged: Git reports some as missing or of another type, and others not at all. */
  const fail = (name: string): UnreadableObject => {
    if (damaged.size >= maxDamaged) damaged.clear();
    damaged.set(name, performance.now());
    return new UnreadableObject(name);
  };

  const commit = async (name: string): Promise<Commit | undefined> => {
    const known = commits.get(name);
    if (known) return known;
    const object = await read(name);
    if (object?.type !== 'commit') return undefined;
    const parsed = parseCommit(object.id, object.bytes);
    commits.set(object.id, parsed);
    return parsed;
  };

  const tree = async (id: string): Promise<TreeEntry[]> => {
    const known = trees.get(id);
    if (known) return known;
    const object = await read(id);
    if (object?.type !== 'tree') throw fail(id);
    const entries = parseTree(object.bytes, git.idLength / 2);
    trees.set(id, entries);
    return entries;
  };

  const file = async (id: string): Promise<Buffer> => {
    const known = files.get(id);
    if (known) return known;
    const object = await read(id);
    if (object?.type !== 'blob') throw fail(id);
    files.set(id, object.bytes);
    return object.bytes;
  };

  const sizes = new LRUCache<string, number>({ max: 100_000 });
  const sizeReader = openGitCoprocess(git, ['cat-file', '--batch-check=%(objecttype) %(objectsize)']);
  const size = async (id: string): Promise<number> => {
    const known = sizes.get(id);
    if (known !== undefined) return known;
    const [line = ''] = await sizeReader.ask(`${id}\n`);
    const [type, bytes] = line.split(' ');
    if (type !== 'blob') throw new UnreadableObject(id);
    sizes.set(id, Number(bytes));
    return Number(bytes);
  };

  return {
    commit,
    tree,
    file,
    size,
    isDamaged: (id) => damaged.has(id),
    forgetDamage: (id) => void damaged.delete(id),
  };
}

const damagedForMs = 5_000;
const maxDamaged = 10_000;

export interface Objects {
  /** `name` is a full reference name or an id. */
  commit: (name: string) => Promise<Commit | undefined>;
  tree: (id: string) => Promise<TreeEntry[]>;
  file: (id: string) => Promise<Buffer>;
  /** Bytes of a file, without reading it. */
  size: (id: string) => Promise<number>;
  /** Whether it was found to be damaged, until `forgetDamage`. */
  isDamaged: (id: string) => boolean;
  forgetDamage: (id: string) => void;
}
