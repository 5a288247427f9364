import { UnreadableObject } from './object-reader.ts';
import type { Objects } from './objects.ts';
import { folderMode, type TreeEntry } from './tree-object.ts';

/** The regular file at `path`, letter for letter; links and submodules are never followed. */
export async function findFile(objects: Objects, tree: string, path: string): Promise<TreeEntry | undefined> {
  const segments = path.split('/');
  const last = segments.pop() ?? '';
  const folder = segments.length === 0 ? tree : await findFolder(objects, tree, segments.join('/'));
  return folder === undefined
    ? undefined
    : (await objects.tree(folder)).find((entry) => entry.name === last && isFile(entry));
}

/** Id of the folder at `path`; files, links and submodules are none. */
export async function findFolder(objects: Objects, tree: string, path: string): Promise<string | undefined> {
  let folder: string | undefined = tree;
  for (const segment of path.split('/')) {
    const entries: TreeEntry[] = await objects.tree(folder);
    folder = entries.find(({ name, mode }) => mode === folderMode && name === segment)?.id;
    if (folder === undefined) return undefined;
  }
  return folder;
}

/** Every regular file below `folder`, down to `depth` levels (1: the folder itself), sorted as Git sorts. */
export async function listFiles(
  objects: Objects,
  tree: string,
  folder: string,
  depth: number,
  onUnreadable?: (folder: string) => void,
): Promise<ListedFile[]> {
  const start = await findFolder(objects, tree, folder);
  return start === undefined ? [] : listBelow(objects, start, folder, depth, onUnreadable);
}

/** Paths of regular files that differ between two trees; equal subtrees are not opened. */
export async function compareTrees(
  objects: Objects,
  before: string | undefined,
  after: string | undefined,
  folder = '',
): Promise<Change[]> {
  if (before === after) return [];
  const old = new Map((before === undefined ? [] : await objects.tree(before)).map((entry) => [entry.name, entry]));
  const now = new Map((after === undefined ? [] : await objects.tree(after)).map((entry) => [entry.name, entry]));
  const changes: Change[] = [];
  for (const name of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [a, b] = [old.get(name), now.get(name)];
    if (a?.id === b?.id && a?.mode === b?.mode) continue;
    const path = `${folder}${name}`;
    changes.push(...(await compareTrees(objects, folderId(a), folderId(b), `${path}/`)));
    const [from, to] = [a && isFile(a) ? a.id : undefined, b && isFile(b) ? b.id : undefined];
    if (from !== to) changes.push({ path, before: from, after: to });
  }
  return changes;
}

export function isFile({ mode }: TreeEntry): boolean {
  return mode === '100644' || mode === '100755';
}

async function listBelow(
  objects: Objects,
  tree: string,
  folder: string,
  depth: number,
  onUnreadable: ((folder: string) => void) | undefined,
): Promise<ListedFile[]> {
  if (depth < 1) return [];
  const files: ListedFile[] = [];
  const entries = await objects.tree(tree).catch((error: unknown) => {
    if (!onUnreadable || !(error instanceof UnreadableObject)) throw error;
    onUnreadable(folder);
    return [];
  });
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (isFile(entry)) files.push({ path, id: entry.id });
    else if (entry.mode === folderMode)
      files.push(...(await listBelow(objects, entry.id, path, depth - 1, onUnreadable)));
  }
  return files;
}

function folderId(entry: TreeEntry | undefined): string | undefined {
  return entry?.mode === folderMode ? entry.id : undefined;
}

export interface ListedFile {
  path: string;
  id: string;
}

export interface Change {
  path: string;
  /** Ids of the file's text; `undefined` where there is none. */
  before: string | undefined;
  after: string | undefined;
}
