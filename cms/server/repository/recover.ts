import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Git } from './git.ts';
import { readAbandonedNotes, type FileMove, type Note } from './journal.ts';
import type { Objects } from './objects.ts';
import { readCheckedOutBranch } from './references.ts';
import { findFile } from './tree.ts';
import { bringFilesAlong, removeHalfWrittenCopies } from './work-tree.ts';

/** Puts right what a killed process left behind: its lock files, and checked-out files that lag behind their branch. */
export async function recover(git: Git, objects: Objects, privateFolder: string): Promise<void> {
  for (const { file, note } of await readAbandonedNotes(privateFolder)) {
    await removeOwnLocks(git, note);
    if (git.workTree !== undefined) {
      await removeHalfWrittenCopies(git.workTree, note.files);
      await bringFilesAlong(git, objects, await readLaggingFiles(git, objects, note));
    }
    await rm(file, { force: true });
  }
}

/**
 * A lock is ours if it was made while the noted move ran and either holds the id that we were writing, or stays untouched for
 * as long as no living Git command would leave it.
 */
export async function removeOwnLocks(git: Git, note: Note): Promise<void> {
  const locks = [
    ...note.refs.map(({ name, after }) => ({ file: path.join(git.commonFolder, `${name}.lock`), content: after })),
    { file: path.join(git.commonFolder, 'packed-refs.lock'), content: undefined },
    { file: path.join(git.commonFolder, 'packed-refs.new'), content: undefined },
    { file: path.join(git.gitFolder, 'HEAD.lock'), content: undefined },
    ...(note.files.length > 0 ? [{ file: path.join(git.gitFolder, 'index.lock'), content: undefined }] : []),
  ];
  await Promise.all(locks.map(({ file, content }) => removeOwnLock(file, content, note.at)));
}

const clockSlack = 1_000;
const longestMove = 60_000;
const untouched = 700;

async function removeOwnLock(file: string, content: string | undefined, noted: number): Promise<void> {
  const facts = await stat(file).catch(() => undefined);
  if (!facts || facts.mtimeMs < noted - clockSlack || facts.mtimeMs > noted + longestMove) return;
  const written = facts.size > 100 ? '' : (await readFile(file, 'utf8').catch(() => '')).trim();
  if (content === undefined || written !== content) {
    await new Promise((resolve) => setTimeout(resolve, untouched));
    const later = await stat(file).catch(() => undefined);
    if (later?.ino !== facts.ino || later.mtimeMs !== facts.mtimeMs || later.size !== facts.size) return;
  }
  await rm(file, { force: true });
}

/** The noted files as the branch has them now; none if the branch is not checked out or did not move before the end. */
async function readLaggingFiles(git: Git, objects: Objects, note: Note): Promise<FileMove[]> {
  const branch = await readCheckedOutBranch(git);
  const move = note.refs.find(({ name }) => name === branch);
  const tip = branch === undefined ? undefined : await objects.commit(branch);
  if (move?.after === undefined || tip === undefined || !(await isAncestor(git, move.after, tip.id))) return [];
  return Promise.all(note.files.map(async (file) => ({ ...file, after: (await findFile(objects, tip.tree, file.path))?.id })));
}

/** An id of a commit that was noted but never written is nobody's ancestor. */
async function isAncestor(git: Git, ancestor: string, descendant: string): Promise<boolean> {
  return git.run(['merge-base', '--is-ancestor', ancestor, descendant]).then(() => true, () => false);
}
