import type { Git } from '../git/git.ts';
import { readCheckedOutBranch } from '../git/references.ts';
import type { Objects } from '../objects/objects.ts';
import { findFile } from '../objects/tree.ts';
import type { Checkout } from './checkouts.ts';
import { isWorkTreeFileAt } from './work-tree-file.ts';
import type { IndexLocks } from './index-lock.ts';
import { prepareEditedIndex } from './next-index.ts';
import { removeTemporaryFile, updateFile } from './work-tree.ts';

/**
 * Brings index and copies of a checkout to what its branch says, where they still hold a text that is known to be from
 * before. What somebody else put there since stays. Rejects with `CheckoutBusy` where another program keeps the index
 * locked.
 */
export async function settleCheckout(
  parts: SettleParts,
  checkout: Checkout,
  files: readonly StaleFile[],
): Promise<void> {
  const { git, branch } = checkout;
  if (branch === undefined || files.length === 0) return;
  const lock = await parts.locks.lock(git, async () => (await readCheckedOutBranch(git)) === branch);
  if (!lock) return;
  try {
    await settleLocked(parts.objects, checkout, files);
  } finally {
    lock.release();
  }
}

/** The same for a caller who holds the index lock. */
export async function settleLocked(
  objects: Objects,
  { git, branch }: Checkout,
  files: readonly StaleFile[],
): Promise<void> {
  const tip = branch === undefined ? undefined : await objects.commit(branch);
  // Somebody may have gone to another branch while the lock was waited for.
  if (!tip || (await readCheckedOutBranch(git)) !== branch) return;
  const staged = await readStaged(
    git,
    files.map(({ path }) => path),
  );
  const lines: string[] = [];
  for (const { path, stale, needsCopy } of files) {
    if (!needsCopy) removeTemporaryFile(git, path);
    const now = await findFile(objects, tip.tree, path);
    const inIndex = staged.get(path);
    const isStale = inIndex !== now?.id && inIndex !== 'unmerged' && stale.includes(inIndex);
    const hasCopy = await isWorkTreeFileAt(git, objects, path, now?.id);
    if (isStale && (hasCopy || !needsCopy)) lines.push(indexLine(git, path, now?.mode, now?.id));
    if (!hasCopy && !needsCopy) await updateFile(git, objects, path, stale, now?.id);
  }
  if (lines.length === 0) return;
  const next = await prepareEditedIndex(git, lines.join(''));
  next.replace();
  next.discard();
}

/** Ids of what the index holds of some paths; `unmerged` where a conflict is open. */
export async function readStaged(git: Git, paths: readonly string[]): Promise<Map<string, string>> {
  const staged = new Map<string, string>();
  for (let start = 0; start < paths.length; start += maxPathsPerCommand) {
    const out = await git.run(['ls-files', '-s', '-z', '--', ...paths.slice(start, start + maxPathsPerCommand)]);
    for (const record of out.toString().split('\0')) {
      const match = /^\d+ ([0-9a-f]+) (\d)\t(.*)$/s.exec(record);
      if (match) staged.set(match[3] ?? '', match[2] === '0' ? (match[1] ?? '') : 'unmerged');
    }
  }
  return staged;
}

/** A command line holds 128 KiB at least. */
const maxPathsPerCommand = 500;

function indexLine(git: Git, path: string, mode = '100644', id?: string): string {
  return id === undefined ? `0 ${'0'.repeat(git.idLength)}\t${path}\0` : `${mode} ${id}\t${path}\0`;
}

export interface SettleParts {
  objects: Objects;
  locks: IndexLocks;
}

export interface StaleFile {
  path: string;
  /** Ids of texts that the branch had, or was about to have; `undefined` stands for no file. */
  stale: (string | undefined)[];
  /**
   * Whether the index is brought along only where the copy is what the branch says: then nobody has put the old text
   * back on purpose.
   */
  needsCopy: boolean;
}
