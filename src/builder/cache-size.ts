import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Bytes of all files below some folders, a hard-linked file once for each link; a missing folder has none. */
export async function sizeOf(folders: readonly string[]): Promise<number> {
  const sizes = await Promise.all(folders.map(sizeOfFolder));
  return sizes.reduce((total, size) => total + size, 0);
}

async function sizeOfFolder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let total = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    // A build that goes on may take a file away meanwhile.
    const facts = await lstat(path.join(entry.parentPath, entry.name)).catch(() => undefined);
    total += facts?.size ?? 0;
  }
  return total;
}
