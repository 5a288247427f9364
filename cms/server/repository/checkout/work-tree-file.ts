import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Git } from '../git/git.ts';
import type { Objects } from '../objects/objects.ts';

/**
 * Whether the copy of a checked-out file holds the text `id`, line endings and other filters of the machine considered.
 */
export async function isWorkTreeFileAt(git: Git, objects: Objects, name: string, id: Id): Promise<boolean> {
  if (git.workTree === undefined || !isReachedWithoutLinks(git.workTree, name)) return false;
  const copy = readWorkTreeFile(path.join(git.workTree, name));
  return copy !== 'other' && hasFilteredContentOf(git, objects, name, copy, id);
}

export async function hasContentOf(objects: Objects, copy: Buffer | undefined, id: Id): Promise<boolean> {
  if (copy === undefined || id === undefined) return copy === undefined && id === undefined;
  // A damaged text is compared by its id, as one that went through a filter.
  const text = await objects.file(id).catch(() => undefined);
  return text !== undefined && copy.equals(text);
}

export async function hasFilteredContentOf(
  git: Git,
  objects: Objects,
  name: string,
  copy: Buffer | undefined,
  id: Id,
): Promise<boolean> {
  if (copy === undefined || id === undefined || (await hasContentOf(objects, copy, id)))
    return hasContentOf(objects, copy, id);
  return (await git.run(['hash-object', `--path=${name}`, '--stdin'], { input: copy })).toString().trim() === id;
}

/** Every folder on the way is a real one: a link could lead anywhere. */
export function isReachedWithoutLinks(workTree: string, name: string): boolean {
  let folder = workTree;
  for (const segment of name.split('/').slice(0, -1)) {
    folder = path.join(folder, segment);
    const facts = lstatSync(folder, { throwIfNoEntry: false });
    if (facts === undefined) return true;
    if (!facts.isDirectory()) return false;
  }
  return true;
}

export function readWorkTreeFile(fullPath: string): Buffer | 'other' | undefined {
  const facts = lstatSync(fullPath, { throwIfNoEntry: false });
  if (facts === undefined) return undefined;
  return facts.isFile() ? readFileSync(fullPath) : 'other';
}

/** Id of a text; `undefined` where there is no file. */
export type Id = string | undefined;
