import { accessSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from './journal.ts';

/**
 * A folder for what is on its way to a Git command, readable by this user alone. In memory where the system has such a place:
 * files that live for a millisecond would otherwise wait for the disk's journal.
 */
export function openScratch(privateFolder: string): Scratch {
  const parent = isWritable(memory) ? memory : privateFolder;
  removeAbandoned(parent);
  const folder = mkdtempSync(path.join(parent, `${prefix}${process.pid}-`));
  const remove = (): void => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  return { folder, remove };
}

const memory = '/dev/shm';
const prefix = 'kenjinkai-cms-';

function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && Number(pid) !== process.pid && !isAlive(Number(pid))) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export interface Scratch {
  folder: string;
  remove: () => void;
}
