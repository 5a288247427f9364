import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Git } from '../git/git.ts';
import { shortName } from '../git/references.ts';

/** Size of HEAD's reflog in bytes; 0 if there is none, or if it is not a file (reftable). */
export function headReflogSize(git: Git): number {
  return statSync(reflogFile(git), { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Whether a `git switch` to `branch` may have been running at the time `at` (milliseconds), when a save moved the branch.
 * Such a switch has read the old commit and misses the save: it resolves the branch first, then writes index and files,
 * and writes the reflog last. Only the first switch after the save can be one, and only if it ended soon. `bytes` is the
 * `headReflogSize` at the time `at`.
 */
export function wasBeingCheckedOut(git: Git, branch: string, at: number, bytes: number): boolean {
  const reflog = readReflog(git);
  if (reflog.length < bytes) return false;
  const short = shortName(branch);
  const switches = reflog
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

function readReflog(git: Git): Buffer {
  try {
    return readFileSync(reflogFile(git));
  } catch {
    return Buffer.alloc(0);
  }
}

function reflogFile({ gitFolder }: Git): string {
  return path.join(gitFolder, 'logs', 'HEAD');
}
