import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of its own that can be filled without harm; `undefined` where this user may not mount one. */
export function openSmallDisk(mebibytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'endurance-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'endurance', folder], { stdio: 'ignore' });
  } catch {
    rmdirSync(folder);
    return undefined;
  }
  const filler = path.join(folder, 'filler');
  let isFull = false;
  return {
    folder,
    isFull: () => isFull,
    fill: (bytesLeft) => {
      isFull = true;
      const { bavail, bsize } = statfsSync(folder);
      try {
        writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytesLeft)));
      } catch {
        // Somebody was quicker; it is full all the same.
      }
    },
    empty: () => {
      rmSync(filler, { force: true });
      isFull = false;
    },
    close: () => {
      execFileSync('umount', ['-l', folder]);
      rmdirSync(folder);
    },
  };
}

export interface SmallDisk {
  folder: string;
  isFull: () => boolean;
  fill: (bytesLeft: number) => void;
  empty: () => void;
  close: () => void;
}
