import { openCopies } from './copies.ts';
import { makeDurable } from './durable.ts';
import { GitError, type Git } from './git.ts';
import { openJournal, type FileMove, type Note } from './journal.ts';
import type { Objects } from './objects.ts';
import { removeOwnLocks } from './recover.ts';
import { openReferenceMover, readCheckedOutBranch, type ReferenceMove } from './references.ts';
import { compareTrees } from './tree.ts';
import type { WorkTreeResult } from './work-tree.ts';

/**
 * Moves references once everything that they will name is on the disk, with a note of it in case of a kill. What is checked out
 * is brought along afterwards, in the order of the moves: the next move need not wait for it.
 */
export function openMover(git: Git, objects: Objects, branch: string, privateFolder: string): Mover {
  const journal = openJournal(privateFolder);
  const moveReferences = openReferenceMover(git);
  const copies = openCopies(git, objects);

  async function readFileMoves(moves: readonly ReferenceMove[]): Promise<FileMove[]> {
    const move = moves.find(({ name }) => name === branch);
    if (!move || git.workTree === undefined || (await readCheckedOutBranch(git)) !== branch) return [];
    const [before, after] = await Promise.all([move.before, move.after].map(async (id) => (id === undefined ? undefined : (await objects.commit(id))?.tree)));
    return compareTrees(objects, before, after);
  }

  return {
    move: async (moves, written) => {
      const files = await readFileMoves(moves);
      const note: Note = { at: Date.now(), refs: moves.map(({ name, after }) => ({ name, after })), files };
      const [clear] = await Promise.all([journal.write(note), makeDurable(git, written)]);
      try {
        if (await moveReferences(moves)) return { workTree: files.length === 0 ? clear().then(() => 'none') : copies.follow(files, clear) };
      } catch (error) {
        if (error instanceof GitError && error.signal !== null) await removeOwnLocks(git, note);
        await clear();
        throw error;
      }
      await clear();
      return undefined;
    },
    settled: () => copies.settled(),
  };
}

export interface Mover {
  /** `undefined`: somebody else moved one of them first. */
  move: (moves: readonly ReferenceMove[], written: ReadonlySet<string>) => Promise<{ workTree: Promise<WorkTreeResult> } | undefined>;
  /** Resolves when everything checked out has been brought along. */
  settled: () => Promise<void>;
}
