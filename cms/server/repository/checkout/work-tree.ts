import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Git } from '../git/git.ts';
import type { Objects } from '../objects/objects.ts';
import type { Change } from '../objects/tree.ts';
import { CheckoutBusy } from './checkout-busy.ts';
import {
  hasFilteredContentOf,
  isReachedWithoutLinks,
  hasContentOf,
  readWorkTreeFile,
  type Id,
} from './work-tree-file.ts';

/**
 * Writes the new content of work-tree files into temporary files beside them, so that only renames are left to do when
 * the branch moves. Rejects, and leaves no file or folder behind: with `CheckoutBusy` where somebody has changed a file
 * or it cannot be written, with the system's error where the disk is full.
 */
export async function prepareFiles(git: Git, objects: Objects, files: readonly Change[]): Promise<PreparedFiles> {
  const { workTree } = git;
  if (workTree === undefined) return { replace: noWork, undo: noWork, discard: noWork };
  const prepared: PreparedFile[] = [];
  const discard = (): void => {
    for (const { fullPath, bytes } of prepared)
      if (bytes !== undefined) rmSync(temporaryName(fullPath), { force: true });
    // The last first: it may have created its folder in one that an earlier file created.
    for (const file of prepared.toReversed()) removeCreatedFolders(file);
  };
  try {
    for (const change of files) {
      const file = await planFile(git, objects, workTree, change);
      if (file === undefined) continue;
      if (file.bytes !== undefined) writeTemporary(file, file.bytes);
      prepared.push(file);
    }
  } catch (error) {
    discard();
    throw error instanceof CheckoutBusy || isDiskFull(error)
      ? error
      : new CheckoutBusy('unwritable', workTree, describe(error));
  }
  return {
    replace: () => {
      for (const file of prepared) {
        if (file.bytes === undefined) removeFile(workTree, file.fullPath);
        else renameTemporary(file, file.bytes);
      }
    },
    undo: () => {
      for (const file of prepared) {
        if (file.original === undefined) rmSync(file.fullPath, { force: true });
        else {
          writeTemporary(file, file.original);
          renameTemporary(file, file.original);
        }
      }
      discard();
    },
    discard,
  };
}

/**
 * If the work-tree file still has the content of one of the blobs in `from`, replaces it by the blob `to`. Resolves to
 * true if it did.
 */
export async function updateFile(
  git: Git,
  objects: Objects,
  name: string,
  from: readonly Id[],
  to: Id,
): Promise<boolean> {
  const { workTree } = git;
  if (workTree === undefined) return true;
  for (const before of from) {
    const prepared = await prepareFiles(git, objects, [{ path: name, before, after: to }]).catch((error: unknown) => {
      if (error instanceof CheckoutBusy && error.reason === 'changed') return undefined;
      throw error;
    });
    if (!prepared) continue;
    prepared.replace();
    return true;
  }
  return false;
}

/** Removes the temporary file that a killed process may have left. */
export function removeTemporaryFile({ workTree }: Git, name: string): void {
  if (workTree !== undefined && isReachedWithoutLinks(workTree, name))
    removeQuietly(temporaryName(path.join(workTree, name)));
}

function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as NodeJS.ErrnoException).code ?? '');
}

async function planFile(git: Git, objects: Objects, workTree: string, file: Change): Promise<PreparedFile | undefined> {
  const fullPath = path.join(workTree, file.path);
  if (!isReachedWithoutLinks(workTree, file.path)) throw new CheckoutBusy('unwritable', workTree, file.path);
  const copy = readWorkTreeFile(fullPath);
  if (copy === 'other') throw new CheckoutBusy('changed', workTree, file.path);
  const isExact = await hasContentOf(objects, copy, file.before);
  if (!isExact) {
    if (await hasFilteredContentOf(git, objects, file.path, copy, file.after)) return undefined;
    if (copy === undefined && (await isLeftOut(git, file.path))) return undefined;
    if (!(await hasFilteredContentOf(git, objects, file.path, copy, file.before))) {
      throw new CheckoutBusy('changed', workTree, file.path);
    }
  }
  if (file.after === undefined) return { fullPath, bytes: undefined, original: copy, createdFolder: undefined };
  const bytes = isExact
    ? await objects.file(file.after)
    : await git.run(['cat-file', '--filters', `--path=${file.path}`, file.after]);
  return { fullPath, bytes, original: copy, createdFolder: undefined };
}

/** A file that a sparse checkout leaves out. */
async function isLeftOut(git: Git, name: string): Promise<boolean> {
  return (await git.run(['ls-files', '-t', '-z', '--', name])).toString().startsWith('S ');
}

// Synchronous: an index lock is held, the files are small, and waiting for a thread of libuv's pool takes longer.
function writeTemporary(file: PreparedFile, bytes: Buffer): void {
  const temporary = temporaryName(file.fullPath);
  file.createdFolder ??= mkdirSync(path.dirname(file.fullPath), { recursive: true });
  try {
    rmSync(temporary, { force: true });
    writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o644 });
  } catch (error) {
    removeQuietly(temporary);
    removeCreatedFolders(file);
    throw error;
  }
}

function renameTemporary(file: PreparedFile, bytes: Buffer): void {
  try {
    renameSync(temporaryName(file.fullPath), file.fullPath);
  } catch (error) {
    // Somebody cleaned up what Git does not track.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    writeTemporary(file, bytes);
    renameSync(temporaryName(file.fullPath), file.fullPath);
  }
}

function removeFile(workTree: string, fullPath: string): void {
  rmSync(fullPath, { force: true });
  removeEmptyFolders(path.dirname(fullPath), workTree);
}

/** Folders that still hold another file stay. */
function removeCreatedFolders({ fullPath, createdFolder }: PreparedFile): void {
  if (createdFolder !== undefined) removeEmptyFolders(path.dirname(fullPath), path.dirname(createdFolder));
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
    // Not a file: whoever needs the path reports it.
  }
}

const noWork = (): void => undefined;

/** With a leading dot and an unknown extension, so that a watching build does not take it for an entry. */
function temporaryName(fullPath: string): string {
  return path.join(path.dirname(fullPath), `.${path.basename(fullPath)}.cms-new`);
}

function describe(error: unknown): string {
  const { code, path: file } = error as NodeJS.ErrnoException;
  return [file, code].filter((part) => part !== undefined).join(' ');
}

interface PreparedFile {
  fullPath: string;
  /** The new content; `undefined` removes the file. */
  bytes: Buffer | undefined;
  /** The content before, for `undo`; `undefined` if there was no file. */
  original: Buffer | undefined;
  /** The topmost folder that had to be created for the file. */
  createdFolder: string | undefined;
}

export interface PreparedFiles {
  replace: () => void;
  /** After `replace`, or part of it. */
  undo: () => void;
  /** Before `replace`. */
  discard: () => void;
}

/** `none`: nothing is checked out, or another branch is. */
export type WorkTreeResult = 'updated' | 'none';
