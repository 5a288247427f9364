import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Git } from '../git/git.ts';
import type { Objects } from '../objects/objects.ts';
import type { Change } from '../objects/tree.ts';
import { CheckoutBusy } from './checkout-busy.ts';
import { isFilteredText, isReachedWithoutLinks, isText, readCopy, type Id } from './copy-state.ts';

/**
 * Writes the new copies of checked-out files beside the old ones, so that only renames are left to do when the branch
 * moves. Rejects with `CheckoutBusy`, and leaves nothing, where somebody has changed a copy or it cannot be written.
 */
export async function stageCopies(git: Git, objects: Objects, files: readonly Change[]): Promise<StagedCopies> {
  const { workTree } = git;
  if (workTree === undefined) return { publish: noWork, undo: noWork, discard: noWork };
  const staged: StagedCopy[] = [];
  const discard = (): void => {
    for (const { place, bytes } of staged) if (bytes !== undefined) rmSync(halfName(place), { force: true });
    // The last first: it may have created its folder in one that an earlier file created.
    for (const copy of staged.toReversed()) removeCreatedFolders(copy);
  };
  try {
    for (const file of files) {
      const copy = await planCopy(git, objects, workTree, file);
      if (copy === undefined) continue;
      if (copy.bytes !== undefined) writeHalf(copy, copy.bytes);
      staged.push(copy);
    }
  } catch (error) {
    discard();
    throw error instanceof CheckoutBusy || isDiskFull(error)
      ? error
      : new CheckoutBusy('unwritable', workTree, describe(error));
  }
  return {
    publish: () => {
      for (const copy of staged) {
        if (copy.bytes === undefined) removeCopy(workTree, copy.place);
        else publishHalf(copy, copy.bytes);
      }
    },
    undo: () => {
      for (const copy of staged) {
        if (copy.original === undefined) rmSync(copy.place, { force: true });
        else {
          writeHalf(copy, copy.original);
          publishHalf(copy, copy.original);
        }
      }
      discard();
    },
    discard,
  };
}

/** Brings a copy that still holds one of the texts `from` to `to`; resolves to whether it holds `to` now. */
export async function settleCopy(
  git: Git,
  objects: Objects,
  name: string,
  from: readonly Id[],
  to: Id,
): Promise<boolean> {
  const { workTree } = git;
  if (workTree === undefined) return true;
  for (const before of from) {
    const staged = await stageCopies(git, objects, [{ path: name, before, after: to }]).catch((error: unknown) => {
      if (error instanceof CheckoutBusy && error.reason === 'changed') return undefined;
      throw error;
    });
    if (!staged) continue;
    staged.publish();
    return true;
  }
  return false;
}

/** Removes what a killed process may have left beside a copy. */
export function removeHalfCopy({ workTree }: Git, name: string): void {
  if (workTree !== undefined && isReachedWithoutLinks(workTree, name))
    removeQuietly(halfName(path.join(workTree, name)));
}

function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as NodeJS.ErrnoException).code ?? '');
}

async function planCopy(git: Git, objects: Objects, workTree: string, file: Change): Promise<StagedCopy | undefined> {
  const place = path.join(workTree, file.path);
  if (!isReachedWithoutLinks(workTree, file.path)) throw new CheckoutBusy('unwritable', workTree, file.path);
  const copy = readCopy(place);
  if (copy === 'other') throw new CheckoutBusy('changed', workTree, file.path);
  const isExact = await isText(objects, copy, file.before);
  if (!isExact) {
    if (await isFilteredText(git, objects, file.path, copy, file.after)) return undefined;
    if (copy === undefined && (await isLeftOut(git, file.path))) return undefined;
    if (!(await isFilteredText(git, objects, file.path, copy, file.before))) {
      throw new CheckoutBusy('changed', workTree, file.path);
    }
  }
  if (file.after === undefined) return { place, bytes: undefined, original: copy, made: undefined };
  const bytes = isExact
    ? await objects.file(file.after)
    : await git.run(['cat-file', '--filters', `--path=${file.path}`, file.after]);
  return { place, bytes, original: copy, made: undefined };
}

/** A sparse checkout has no copy of what somebody left out of it. */
async function isLeftOut(git: Git, name: string): Promise<boolean> {
  return (await git.run(['ls-files', '-t', '-z', '--', name])).toString().startsWith('S ');
}

// Small files, while an index lock is held: waiting for one of Node's few file threads would take longer than the work.
function writeHalf(copy: StagedCopy, bytes: Buffer): void {
  const half = halfName(copy.place);
  copy.made ??= mkdirSync(path.dirname(copy.place), { recursive: true });
  try {
    rmSync(half, { force: true });
    writeFileSync(half, bytes, { flag: 'wx', mode: 0o644 });
  } catch (error) {
    removeQuietly(half);
    removeCreatedFolders(copy);
    throw error;
  }
}

function publishHalf(copy: StagedCopy, bytes: Buffer): void {
  try {
    renameSync(halfName(copy.place), copy.place);
  } catch (error) {
    // Somebody cleaned up what Git does not track.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    writeHalf(copy, bytes);
    renameSync(halfName(copy.place), copy.place);
  }
}

function removeCopy(workTree: string, place: string): void {
  rmSync(place, { force: true });
  removeEmptyFolders(path.dirname(place), workTree);
}

/** Folders that still hold another file stay. */
function removeCreatedFolders({ place, made }: StagedCopy): void {
  if (made !== undefined) removeEmptyFolders(path.dirname(place), path.dirname(made));
}

/** Removes `folder` and its parents below `top`, up to the first that is not empty. */
function removeEmptyFolders(folder: string, top: string): void {
  for (let current = folder; current.startsWith(top + path.sep); current = path.dirname(current)) {
    try {
      rmdirSync(current);
    } catch {
      return;
    }
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Something else stands there, and whoever needs the place says so.
  }
}

const noWork = (): void => undefined;

/** Starts with a dot and ends in no extension of ours, so that a watching build does not take it for an entry. */
function halfName(place: string): string {
  return path.join(path.dirname(place), `.${path.basename(place)}.cms-new`);
}

function describe(error: unknown): string {
  const { code, path: place } = error as NodeJS.ErrnoException;
  return [place, code].filter((part) => part !== undefined).join(' ');
}

interface StagedCopy {
  place: string;
  /** `undefined`: the copy is removed. */
  bytes: Buffer | undefined;
  original: Buffer | undefined;
  made: string | undefined;
}

export interface StagedCopies {
  publish: () => void;
  /** After `publish`, or part of it. */
  undo: () => void;
  /** Before `publish`. */
  discard: () => void;
}

/** `none`: nothing is checked out, or another branch is. */
export type WorkTreeResult = 'updated' | 'none';
