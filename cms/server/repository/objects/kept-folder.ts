import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, linkSync, lstatSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Git } from '../git/git.ts';
import { looseObjectFile } from './loose-objects.ts';

/** The folder of second names, and the way back from it into Git's own folder. Several threads may read it. */
export function openKeptFolder(git: Git): KeptFolder {
  const folder = path.join(git.commonFolder, 'kenjinkai-cms', 'kept');
  const objectsFolder = path.join(git.commonFolder, 'objects');
  const objectsMode = statSync(objectsFolder).mode & 0o7777;

  function linkIntoPlace(file: string, id: string): void {
    const target = looseObjectFile(git, id);
    // Git removes an empty folder of objects at any moment.
    for (let triesLeft = 10; ; triesLeft -= 1) {
      try {
        if (!isThere(path.dirname(target))) {
          mkdirSync(path.dirname(target), { recursive: true });
          chmodSync(path.dirname(target), objectsMode);
        }
        linkOrCopy(file, target, `${file}.copy`);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || triesLeft === 0) throw error;
      }
    }
  }

  async function restore(ids: readonly string[]): Promise<number> {
    const loose = ids.filter((id) => !isThere(looseObjectFile(git, id)) && isThere(path.join(folder, id)));
    const missing = loose.length === 0 ? [] : await listMissing(git, loose);
    let restored = 0;
    for (const id of missing) {
      const file = path.join(folder, id);
      if (!isWhole(file, id)) continue;
      linkIntoPlace(file, id);
      restored += 1;
    }
    return restored;
  }

  return {
    folder,
    fileMode: 0o444 & objectsMode,
    linkIntoPlace,
    restore,
    recall: async (id) => {
      if (!/^[0-9a-f]{40,64}$/.test(id) || !isThere(path.join(folder, id))) return false;
      // It may also be in a pack by now that was not there when it was asked for.
      await restore([id]);
      return true;
    },
  };
}

/** Not every file system has hard links; a copy does there. */
function linkOrCopy(from: string, to: string, half: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code === undefined || !['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'ENOSYS'].includes(code))
      throw error;
    copyFileSync(from, half);
    renameSync(half, to);
  }
}

export function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** After a power cut a file may be shorter than it was. */
function isWhole(file: string, id: string): boolean {
  try {
    return (
      createHash(id.length === 64 ? 'sha256' : 'sha1')
        .update(inflateSync(readFileSync(file)))
        .digest('hex') === id
    );
  } catch {
    return false;
  }
}

async function listMissing(git: Git, ids: readonly string[]): Promise<string[]> {
  // A process of its own: one that runs for long still sees packs that are deleted by now.
  const out = await git.run(['cat-file', '--batch-check'], { input: ids.map((id) => `${id}\n`).join('') });
  return out
    .toString()
    .split('\n')
    .filter((line) => line.endsWith(' missing'))
    .map((line) => line.slice(0, line.indexOf(' ')));
}

export interface KeptFolder {
  folder: string;
  /** As Git gives its object files. */
  fileMode: number;
  /** Gives a file in this folder, or one on its way there, the name in Git's folder. */
  linkIntoPlace: (file: string, id: string) => void;
  /** Puts back those that Git no longer has; resolves to their number. */
  restore: (ids: readonly string[]) => Promise<number>;
  /** The same for an object that was asked for and not found; resolves to whether asking again makes sense. */
  recall: (id: string) => Promise<boolean>;
}
