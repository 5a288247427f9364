import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Git } from '../git/git.ts';

/**
 * Sees objects safely to the disk before a reference names them. All at once: the file system then writes its journal
 * once for all, where Git would have it written for each.
 */
export async function makeDurable(git: Git, ids: Iterable<string>): Promise<void> {
  const objects = path.join(git.commonFolder, 'objects');
  await Promise.all([...new Set(ids)].map((id) => flush(path.join(objects, id.slice(0, 2), id.slice(2)))));
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
