import { lstat, readdir, rm, stat } from 'node:fs/promises';
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

/**
 * Takes away what builds of other folders kept of their search and what killed builds left: in `cacheFolder` the state
 * of an index that no build has used for thirty days, and parts of an index that nobody has written to for a day.
 */
export async function cutIndexCaches(cacheFolder: string, now = Date.now()): Promise<void> {
  const names = (await readdir(cacheFolder).catch(() => [])).filter((name) => name.startsWith('search-index-'));
  for (const name of names) {
    const folder = path.join(cacheFolder, name);
    const isState = name.endsWith('-state');
    if (await isUnused(folder, now - (isState ? maxUnusedMilliseconds : maxLeftMilliseconds)))
      await rm(folder, { recursive: true, force: true });
    else if (isState) await removeParts(folder, now - maxLeftMilliseconds);
  }
}

async function removeParts(folder: string, before: number): Promise<void> {
  for (const name of (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.part')))
    if (await isUnused(path.join(folder, name), before))
      await rm(path.join(folder, name), { recursive: true, force: true });
}

/** Neither it nor, of a folder, anything right in it was changed since. */
async function isUnused(place: string, before: number): Promise<boolean> {
  const names = await readdir(place).catch(() => []);
  const all = [place, ...names.map((name) => path.join(place, name))];
  // What another build has taken away meanwhile is used.
  const facts = await Promise.all(all.map((file) => stat(file).catch(() => undefined)));
  return facts.every((fact) => fact !== undefined && fact.mtimeMs < before);
}

const maxLeftMilliseconds = 24 * 60 * 60 * 1_000;
const maxUnusedMilliseconds = 30 * maxLeftMilliseconds;
