import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Git } from '../git/git.ts';
import { CheckoutBusy } from './checkout-busy.ts';
import { indexFile } from './checkouts.ts';

/**
 * Takes Git's own lock of an index, as every Git command does that writes it, and waits a while for another one to let
 * go. Git commands let go of it shortly before they move HEAD or the branch, so a lock that comes free is given a
 * moment to settle.
 */
export function createIndexLocks(): IndexLocks {
  const givenUp = new Map<string, string>();
  const heldHere = new Set<string>();
  const ownIndexes = new Map<string, string>();

  /** Whether the lock could be taken. */
  function tryToLock(file: string): boolean {
    try {
      makeLock(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (!heldHere.has(file) && isAbandonedLock(file)) rmSync(file, { force: true });
      return false;
    }
    heldHere.add(file);
    givenUp.delete(file);
    return true;
  }

  function unlock(file: string): void {
    heldHere.delete(file);
    // Somebody may have taken it away by hand, and another program may hold it by now.
    if (isOwnLock(file)) rmSync(file, { force: true });
  }

  const isSettled = (index: string): boolean => {
    const facts = statSync(index, { throwIfNoEntry: false });
    const age = facts === undefined ? settleMs : Date.now() - facts.mtimeMs;
    return age < 0 || age >= settleMs || ownIndexes.get(index) === describeFile(index);
  };

  async function waitForLock(index: string, git: Git, isWanted: () => Promise<boolean>): Promise<boolean> {
    const file = `${index}.lock`;
    for (const started = performance.now(); ; await pause(20)) {
      // Who waits with the lock in hand would make the next step of somebody's rebase fail.
      const waited = performance.now() - started;
      if (!(await isWanted())) return false;
      if ((isSettled(index) || waited > maxPoliteMs) && tryToLock(file)) {
        if (isSettled(index)) return true;
        if (waited > maxPoliteMs) {
          await pause(settleMs);
          return true;
        }
        unlock(file);
      }
      const holder = describeFile(file);
      const isHopeless = holder !== '' && givenUp.get(file) === holder;
      if (!isHopeless && waited < maxWaitMs) continue;
      givenUp.set(file, holder);
      throw new CheckoutBusy('locked', git.workTree ?? git.gitFolder, file);
    }
  }

  async function lock(git: Git, isWanted: () => Promise<boolean>): Promise<IndexLock | undefined> {
    const index = indexFile(git);
    if (!(await waitForLock(index, git, isWanted))) return undefined;
    return {
      release: () => {
        ownIndexes.set(index, describeFile(index));
        unlock(`${index}.lock`);
      },
    };
  }

  return {
    isOwn: (git) => ownIndexes.get(indexFile(git)) === describeFile(indexFile(git)),
    lock,
    lockAll: async (gits, alreadyHeld = new Set(), isWanted = async () => true) => {
      const taken: IndexLock[] = [];
      const held = new Set(alreadyHeld);
      const release = (): void => {
        for (const one of taken.toReversed()) one.release();
      };
      try {
        for (const git of gits) {
          if (held.has(git.gitFolder)) continue;
          const one = await lock(git, isWanted);
          if (!one) {
            release();
            return undefined;
          }
          taken.push(one);
          held.add(git.gitFolder);
        }
        return { held, release };
      } catch (error) {
        release();
        throw error;
      }
    },
  };
}

/**
 * Whether a process of this program made a lock file and ended without removing it; other programs' hold an index or
 * nothing.
 */
export function isAbandonedLock(file: string): boolean {
  const pid = readOwner(file);
  return pid !== undefined && !isAlive(pid);
}

/** Our own number cannot be another's: after a restart in a container it is often the same. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isOwnLock(file: string): boolean {
  return readOwner(file) === process.pid;
}

function readOwner(file: string): number | undefined {
  try {
    const text = statSync(file).size < maxLockBytes ? readFileSync(file, 'utf8') : '';
    return text.startsWith(lockText) ? Number(text.slice(lockText.length)) : undefined;
  } catch {
    return undefined;
  }
}

/** Who finds the lock after a kill learns from it whose it was. */
function makeLock(file: string): void {
  const handle = openSync(file, 'wx');
  try {
    writeSync(handle, `${lockText}${process.pid}\n`);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

const maxLockBytes = 100;
const lockText = 'kenjinkai-cms ';

/** Longer than an ordinary command takes; an editor waits no longer for one that hangs. */
const maxWaitMs = 3_000;

/** After this the lock is taken although the index is young: somebody writes it again and again. */
const maxPoliteMs = 1_000;

/** Between a Git command's last write of the index and its move of HEAD lie a few milliseconds. */
const settleMs = 50;

function describeFile(file: string): string {
  const facts = statSync(file, { throwIfNoEntry: false });
  return facts === undefined ? '' : `${facts.ino} ${facts.mtimeMs} ${facts.size}`;
}

export interface IndexLocks {
  /**
   * Rejects with `CheckoutBusy` where another program keeps the lock; `undefined` as soon as `isWanted`, which is asked
   * before each try, says no.
   */
  lock: (git: Git, isWanted: () => Promise<boolean>) => Promise<IndexLock | undefined>;
  /** The same for several indexes, but those whose locks the caller holds: all of them, or none. */
  lockAll: (
    gits: readonly Git[],
    alreadyHeld?: HeldIndexes,
    isWanted?: () => Promise<boolean>,
  ) => Promise<(IndexLock & { held: HeldIndexes }) | undefined>;
  /** Whether nobody has written the index since it was released here. */
  isOwn: (git: Git) => boolean;
}

interface IndexLock {
  release: () => void;
}

/** Git folders whose index lock is held. */
export type HeldIndexes = ReadonlySet<string>;
