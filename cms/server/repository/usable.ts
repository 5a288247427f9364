import { access, chmod, constants, lstat, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { repositoryMessages } from '../messages/repository-messages.ts';
import { GitError, openGit, type Git } from './git/git.ts';

/** The repository cannot be edited at all; the message is a Japanese sentence. */
export class UnusableRepository extends Error {}

/** Opens Git, or says in a sentence what keeps it from being used. */
export async function openUsableGit(root: string): Promise<Git> {
  try {
    return await openGit(root);
  } catch (error) {
    throw new UnusableRepository(explainGit(root, error), { cause: error });
  }
}

/**
 * Makes the folder for our own notes, inside Git's, and tries whether the repository can be written: a person learns
 * that a folder is read-only or a disk is full when the server starts, not when somebody has typed an answer.
 */
export async function openPrivateFolder(git: Git): Promise<string> {
  const folder = path.join(git.commonFolder, 'kenjinkai-cms');
  try {
    const needed = [git.commonFolder, 'objects', 'refs/heads'].map((name) => path.resolve(git.commonFolder, name));
    for (const place of [...needed, ...(git.workTree === undefined ? [] : [git.workTree])])
      await access(place, constants.W_OK);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const facts = await lstat(folder);
    if (!facts.isDirectory()) throw new UnusableRepository(repositoryMessages.notFolder(folder));
    const self = process.getuid?.();
    if (self !== undefined && facts.uid !== self && self !== 0)
      throw new UnusableRepository(repositoryMessages.othersFolder(folder));
    if (self !== undefined && (facts.mode & 0o022) !== 0 && facts.uid === self) await chmod(folder, facts.mode & 0o755);
    await tryToWrite(path.join(folder, `probe-${process.pid}`));
  } catch (error) {
    if (error instanceof UnusableRepository) throw error;
    throw new UnusableRepository(explainSystem(git.workTree ?? git.commonFolder, error), { cause: error });
  }
  return folder;
}

/** What the machine refused, in a sentence; `undefined` if it is something else. */
export function explainDisk(error: unknown): 'full' | 'read-only' | undefined {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) || /No space left|Disk quota exceeded|File too large/.test(message))
    return 'full';
  if (['EROFS', 'EACCES', 'EPERM'].includes(code) || /Read-only file system|Permission denied/.test(message))
    return 'read-only';
  return undefined;
}

/** As much as a save of a text needs at the least. */
const probeBytes = 64 * 1024;

async function tryToWrite(file: string): Promise<void> {
  try {
    const handle = await open(file, 'w', 0o600);
    await handle
      .writeFile(Buffer.alloc(probeBytes, 1))
      .then(() => handle.sync())
      .finally(() => handle.close());
  } finally {
    await rm(file, { force: true });
  }
}

function explainGit(root: string, error: unknown): string {
  if (
    (error as NodeJS.ErrnoException).code === 'ENOENT' &&
    /spawn/.test(String((error as NodeJS.ErrnoException).syscall))
  )
    return repositoryMessages.noGit;
  if (error instanceof GitError && /dubious ownership|unsafe repository/.test(error.message))
    return repositoryMessages.othersRepository(root);
  if ((error as NodeJS.ErrnoException).code === 'EACCES') return repositoryMessages.readOnly(root);
  return repositoryMessages.notRepository(root);
}

function explainSystem(place: string, error: unknown): string {
  const where = (error as NodeJS.ErrnoException).path ?? place;
  switch (explainDisk(error)) {
    case 'full':
      return repositoryMessages.diskFull(where);
    case 'read-only':
      return repositoryMessages.readOnly(where);
    default:
      return repositoryMessages.unusable(where, (error as NodeJS.ErrnoException).code ?? '');
  }
}
