import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Git } from '../git/git.ts';

/** The file of an object that is in no pack; it need not exist. */
export function looseObjectFile({ commonFolder }: Git, id: string): string {
  return path.join(commonFolder, 'objects', id.slice(0, 2), id.slice(2));
}

/**
 * Sees objects safely to the disk before a reference names them. All at once: the file system then writes its journal
 * once for all, where Git would have it written for each.
 */
export async function makeDurable(git: Git, ids: Iterable<string>): Promise<void> {
  await Promise.all([...new Set(ids)].map((id) => flush(looseObjectFile(git, id))));
}

/**
 * Puts the file of a damaged object aside, so that Git writes it again: it takes an object that is there for a good
 * one. The damaged file is kept for whoever wants to look at it. Objects inside a pack stay as they are.
 */
export async function putDamagedAside(git: Git, id: string, privateFolder: string): Promise<boolean> {
  const file = looseObjectFile(git, id);
  return rename(file, path.join(privateFolder, `damaged-${id}`)).then(
    () => true,
    () => false,
  );
}

/** An object that is in a pack has been there for long; and not every system flushes a file that may only be read. */
async function flush(file: string): Promise<void> {
  try {
    const handle = await open(file, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!['ENOENT', 'EPERM', 'EACCES', 'EBADF'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
