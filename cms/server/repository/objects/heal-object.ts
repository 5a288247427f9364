import { rename } from 'node:fs/promises';
import path from 'node:path';
import type { Git } from '../git/git.ts';

/**
 * Puts the file of a damaged object aside, so that Git writes it again: it takes an object that is there for a good
 * one. The damaged file is kept for whoever wants to look at it. Objects inside a pack stay as they are.
 */
export async function putDamagedAside(git: Git, id: string, privateFolder: string): Promise<boolean> {
  const file = path.join(git.commonFolder, 'objects', id.slice(0, 2), id.slice(2));
  return rename(file, path.join(privateFolder, `damaged-${id}`)).then(
    () => true,
    () => false,
  );
}
