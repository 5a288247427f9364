import type { ObjectWriter } from './object-writer.ts';
import type { Objects } from './objects.ts';
import { folderMode, formatTree, type TreeEntry } from './tree-object.ts';
import { isFile } from './tree.ts';

/**
 * Writes trees entry by entry. `git mktree` would look up every object in them, which takes a large folder tens of
 * milliseconds; those that stay are there already, and those that come were written a moment ago.
 */
export function openTreeWriter(objects: Objects, writeObject: ObjectWriter): TreeWriter {
  async function writeEntries(entries: readonly TreeEntry[], written: Set<string>): Promise<string> {
    const tree = await writeObject('tree', formatTree(entries));
    written.add(tree);
    return tree;
  }

  async function change(
    tree: string | undefined,
    edits: readonly Edit[],
    written: Set<string>,
  ): Promise<string | undefined> {
    const entries = new Map((tree === undefined ? [] : await objects.tree(tree)).map((entry) => [entry.name, entry]));
    const below = new Map<string, Edit[]>();
    for (const { path, id } of edits) {
      if (id !== undefined) written.add(id);
      const slash = path.indexOf('/');
      if (slash === -1) setFile(entries, path, id);
      else
        below.set(path.slice(0, slash), [
          ...(below.get(path.slice(0, slash)) ?? []),
          { path: path.slice(slash + 1), id },
        ]);
    }
    for (const [name, inside] of below) {
      const existing = entries.get(name);
      if (existing && existing.mode !== folderMode) throw new NotAFolder(name);
      const id = await change(existing?.id, inside, written);
      if (id === undefined) entries.delete(name);
      else entries.set(name, { mode: folderMode, name, id });
    }
    return entries.size === 0 ? undefined : writeEntries([...entries.values()], written);
  }

  return {
    change: async (tree, edits, written) =>
      edits.length === 0 ? tree : ((await change(tree, edits, written)) ?? writeEntries([], written)),
  };
}

/** A file, link or submodule stands where a folder is needed, or the other way round. */
export class NotAFolder extends Error {}

function setFile(entries: Map<string, TreeEntry>, name: string, id: string | undefined): void {
  const existing = entries.get(name);
  if (existing && !isFile(existing)) throw new NotAFolder(name);
  if (id === undefined) entries.delete(name);
  else entries.set(name, { mode: existing?.mode ?? '100644', name, id });
}

export interface TreeWriter {
  /**
   * The id of `tree` with some files set or removed; what had to be written, texts included, is added to `written`.
   * Folders left empty go.
   */
  change: (tree: string, edits: readonly Edit[], written: Set<string>) => Promise<string>;
}

export interface Edit {
  path: string;
  /** Id of the new text; `undefined` removes the file. */
  id: string | undefined;
}
