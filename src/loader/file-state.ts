import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';

/**
 * What tells whether a file was written since: its size, times and number on the disk. Undefined where there is no such
 * file.
 */
export function readFileState(place: string): FileState | undefined {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (!stats?.isFile()) return undefined;
  const { size, mtimeMs, ctimeMs, ino, dev } = stats;
  return {
    fingerprint: [size, mtimeMs, ctimeMs, ino, dev].join(' '),
    isFresh: Math.max(mtimeMs, ctimeMs) > Date.now() - tickMilliseconds,
  };
}

/** Whether a file is sure to hold what it held when `before` was read. */
export function isAsBefore(before: FileState | undefined, now: FileState | undefined): boolean {
  return before !== undefined && before.fingerprint === now?.fingerprint && !before.isFresh;
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Files written twice within a tick of the disk's clock have the same times; the longest tick (FAT) is two seconds. */
const tickMilliseconds = 2_000;

export interface FileState {
  fingerprint: string;
  /** Written so shortly before that it may be written again without its times changing. */
  isFresh: boolean;
}
