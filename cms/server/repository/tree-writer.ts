import type { Git } from './git.ts';
import { openLineProcess } from './line-process.ts';
import type { Objects } from './objects.ts';
import { folderMode, isFile, type TreeEntry } from './tree.ts';

/** Writes trees through one long-lived `git mktree`. */
export function openTreeWriter(git: Git, objects: Objects): TreeWriter {
  const mktree = openLineProcess(git, ['mktree', '-z', '--batch']);

  async function writeEntries(entries: readonly TreeEntry[]): Promise<string> {
    const lines = entries.map(({ mode, name, id }) => `${mode} ${typeOf(mode)} ${id}\t${name}\0`);
    const [tree = ''] = await mktree.ask(Buffer.from(`${lines.join('')}\0`, 'latin1'));
    return tree;
  }

  async function change(tree: string | undefined, edits: readonly Edit[]): Promise<string | undefined> {
    const entries = new Map((tree === undefined ? [] : await objects.tree(tree)).map((entry) => [entry.name, entry]));
    const below = new Map<string, Edit[]>();
    for (const { path, id } of edits) {
      const slash = path.indexOf('/');
      if (slash === -1) setFile(entries, path, id);
      else below.set(path.slice(0, slash), [...(below.get(path.slice(0, slash)) ?? []), { path: path.slice(slash + 1), id }]);
    }
    for (const [name, inside] of below) {
      const existing = entries.get(name);
      if (existing && existing.mode !== folderMode) throw new NotAFolder(name);
      const id = await change(existing?.id, inside);
      if (id === undefined) entries.delete(name);
      else entries.set(name, { mode: folderMode, name, id });
    }
    return entries.size === 0 ? undefined : writeEntries([...entries.values()]);
  }

  return { change: async (tree, edits) => (edits.length === 0 ? tree : ((await change(tree, edits)) ?? writeEntries([]))) };
}

/** A file, link or submodule stands where a folder is needed, or the other way round. */
export class NotAFolder extends Error {}

function setFile(entries: Map<string, TreeEntry>, name: string, id: string | undefined): void {
  const existing = entries.get(name);
  if (existing && !isFile(existing)) throw new NotAFolder(name);
  if (id === undefined) entries.delete(name);
  else entries.set(name, { mode: existing?.mode ?? '100644', name, id });
}

function typeOf(mode: string): string {
  if (mode === folderMode) return 'tree';
  return mode === '160000' ? 'commit' : 'blob';
}

export interface TreeWriter {
  /** The id of `tree` with some files set or removed. Folders left empty go. */
  change: (tree: string, edits: readonly Edit[]) => Promise<string>;
}

export interface Edit {
  path: string;
  /** Id of the new text; `undefined` removes the file. */
  id: string | undefined;
}
