import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Git } from '../git/git.ts';
import { shortName } from '../git/references.ts';

/** Bytes of a work tree's log of HEAD; 0 where Git keeps none, or keeps it in another way. */
export function measureHeadLog(git: Git): number {
  return statSync(logFile(git), { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Whether a branch may have been checked out as it was before a moment: `git switch` reads where the branch is, writes
 * index and copies, and moves HEAD last; a save in between stays behind. Only the first switch after the save can be
 * such a one, and only if it ended soon. `bytes` is what `measureHeadLog` said at the moment `at`.
 */
export function wasBeingCheckedOut(git: Git, branch: string, at: number, bytes: number): boolean {
  const log = readLog(git);
  if (log.length < bytes) return false;
  const short = shortName(branch);
  const switches = log
    .subarray(bytes)
    .toString()
    .split('\n')
    .flatMap((line) => {
      const match = / (\d+) [+-]\d{4}\tcheckout: moving from (.*) to (.*)$/.exec(line);
      return match?.[3] === short && match[2] !== short ? [Number(match[1]) * 1_000] : [];
    });
  return switches.length === 1 && (switches[0] ?? 0) - at < maxSwitchMs;
}

/** A checkout of thousands of files takes seconds on a slow disk. */
const maxSwitchMs = 30_000;

function readLog(git: Git): Buffer {
  try {
    return readFileSync(logFile(git));
  } catch {
    return Buffer.alloc(0);
  }
}

function logFile({ gitFolder }: Git): string {
  return path.join(gitFolder, 'logs', 'HEAD');
}
