import { rm } from 'node:fs/promises';
import { indexFile, listCheckouts, type Checkout } from '../checkout/checkouts.ts';
import { isAbandonedLock } from '../checkout/index-lock.ts';
import { removeHalfIndexes } from '../checkout/next-index.ts';
import { settleCheckout, type SettleParts, type StaleFile } from '../checkout/settle.ts';
import type { Git } from '../git/git.ts';
import { isAncestor } from '../git/history.ts';
import { removeOwnLock, removeReferenceLocks } from '../git/reference-locks.ts';
import { keepNote, type AbandonedNote, type Note } from './journal.ts';

/**
 * Puts right what a killed process left behind: its lock files, and checked-out files that lag behind their branch or
 * ran ahead of it. Resolves to the notes that could not be dealt with, as while another program keeps an index locked.
 */
export async function recover(
  git: Git,
  parts: SettleParts,
  notes: readonly AbandonedNote[],
  isAtStart: boolean,
): Promise<AbandonedNote[]> {
  if (notes.length === 0 && !isAtStart) return [];
  const checkouts = await listCheckouts(git);
  if (isAtStart) for (const checkout of checkouts) await removeAbandoned(checkout.git);
  const left: AbandonedNote[] = [];
  for (const { file, note } of notes) {
    if (isAtStart) await removeOwnLocks(git, checkouts, note);
    try {
      for (const checkout of checkouts) await settleCheckout(parts, checkout, staleFilesOf(note, checkout));
      if (note.files.length > 0 && (await hasMoved(git, note))) await keepNote(file);
      else await rm(file, { force: true });
    } catch (error) {
      console.error(error);
      left.push({ file, note });
    }
  }
  return left;
}

async function removeOwnLocks(git: Git, checkouts: readonly Checkout[], note: Note): Promise<void> {
  await removeReferenceLocks(git, note);
  if (note.files.length === 0) return;
  // A power cut leaves a lock whose text never reached the disk.
  for (const checkout of checkouts) await removeOwnLock(`${indexFile(checkout.git)}.lock`, undefined, note.at, 0);
}

/** A process may be killed while it puts an index right, too, of which there is no note. */
async function removeAbandoned(git: Git): Promise<void> {
  const lock = `${indexFile(git)}.lock`;
  if (isAbandonedLock(lock)) await rm(lock, { force: true });
  await removeHalfIndexes(git);
}

/** Both what the files were and what they were about to become: the branch tells which of them it is now. */
function staleFilesOf(note: Note, { branch }: Checkout): StaleFile[] {
  return note.files
    .filter(({ ref }) => (ref === undefined ? note.refs.some(({ name }) => name === branch) : ref === branch))
    .map(({ path: name, before, after }) => ({ path: name, stale: [before, after], needsCopy: false }));
}

async function hasMoved(git: Git, note: Note): Promise<boolean> {
  for (const { name, after } of note.refs) {
    if (after !== undefined && note.files.some(({ ref }) => ref === undefined || ref === name)) {
      // An id of a commit that was noted but never written is nobody's ancestor.
      if (await isAncestor(git, after, name)) return true;
    }
  }
  return false;
}
