import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { GitError, type Git } from '../git/git.ts';
import { CheckoutBusy } from './checkout-busy.ts';
import { indexFile } from './checkouts.ts';

/**
 * Makes the index that goes with the commit `after` in a file of its own, as Git does when a branch is fast-forwarded:
 * what somebody has staged of other files stays. The caller holds the index lock. Rejects with `CheckoutBusy` where the
 * same file has staged changes, or conflicts are open.
 */
export async function prepareMovedIndex(git: Git, before: string, after: string): Promise<NextIndex> {
  return prepareIndex(git, (env) => git.run(['read-tree', '-i', '-m', before, after], { env }));
}

/** The same for single entries: `lines` as `git update-index -z --index-info` reads them. */
export async function prepareEditedIndex(git: Git, lines: string): Promise<NextIndex> {
  return prepareIndex(git, (env) =>
    git.run(['update-index', '-z', '--add', '--remove', '--index-info'], { env, input: lines }),
  );
}

/** Removes what a killed process left beside the index. */
export async function removeHalfIndexes({ gitFolder }: Git): Promise<void> {
  const names = await readdir(gitFolder).catch(() => []);
  await Promise.all(
    names.filter((name) => name.startsWith(prefix)).map((name) => rm(path.join(gitFolder, name), { force: true })),
  );
}

async function prepareIndex(git: Git, build: (env: Record<string, string>) => Promise<Buffer>): Promise<NextIndex> {
  const index = indexFile(git);
  // Where nothing was ever checked out there is nothing that could lag behind.
  if (!existsSync(index)) return { replace: noWork, undo: noWork, discard: noWork };
  const next = path.join(git.gitFolder, `${prefix}${process.pid}-next`);
  const old = path.join(git.gitFolder, `${prefix}${process.pid}-old`);
  const discard = (): void => {
    for (const file of [next, `${next}.lock`, old]) rmSync(file, { force: true });
  };
  try {
    discard();
    copyFileSync(index, next, constants.COPYFILE_FICLONE);
    await build({ GIT_INDEX_FILE: next });
    keepOld(index, old);
  } catch (error) {
    discard();
    throw toBusy(git, error);
  }
  return {
    replace: () => renameSync(next, index),
    undo: () => {
      renameSync(old, index);
      discard();
    },
    discard,
  };
}

function keepOld(index: string, old: string): void {
  try {
    linkSync(index, old);
  } catch {
    copyFileSync(index, old);
  }
}

function toBusy(git: Git, error: unknown): unknown {
  const folder = git.workTree ?? git.gitFolder;
  if (!(error instanceof GitError) || error.signal !== null) return error;
  if (/resolve your current index|unmerged|needs merge/i.test(error.message))
    return new CheckoutBusy('unmerged', folder, '');
  const file = /Entry '(.*)' (?:would be|not uptodate|overlaps)/.exec(error.message)?.[1];
  return file === undefined ? error : new CheckoutBusy('changed', folder, file);
}

const prefix = 'index.cms-';
const noWork = (): void => undefined;

export interface NextIndex {
  /** Puts it in place of the present one. */
  replace: () => void;
  /** After `replace`: puts the former one back. */
  undo: () => void;
  /** Removes the files that are left. */
  discard: () => void;
}
