import { isStillAsPlanned, planSteps, type Step } from './checkout/checkout-steps.ts';
import { listCheckouts } from './checkout/checkouts.ts';
import type { HeldIndexes, IndexLocks } from './checkout/index-lock.ts';
import { prepareMovedIndex } from './checkout/next-index.ts';
import { settleLocked } from './checkout/settle.ts';
import { prepareFiles, type WorkTreeResult } from './checkout/work-tree.ts';
import type { Git } from './git/git.ts';
import { openReferenceMover, PartialUpdate, type ReferenceMove } from './git/references.ts';
import type { KeptObjects } from './objects/kept-objects.ts';
import { makeDurable } from './objects/loose-objects.ts';
import type { Objects } from './objects/objects.ts';
import { findFile, type Change } from './objects/tree.ts';
import { noteFiles, openJournal, type AbandonedNote, type Note } from './recovery/journal.ts';

/**
 * Moves references and what is checked out of them as one step. Everything that can fail comes first, under Git's own
 * lock of each index concerned: the new index and the new copies are put in place, then the references move, then the
 * locks are let go. No Git command can write the index in between, and whichever of its states one reads, its commit
 * either holds what is published here or is refused by Git because the branch has moved.
 */
export function openRefUpdater({
  git,
  branch,
  objects,
  kept,
  locks,
  privateFolder,
  onPublished,
  onHalfMoved,
}: MoverParts): RefUpdater {
  const journal = openJournal(privateFolder);
  const moveReferences = openReferenceMover(git, async (name) => (await objects.commit(name))?.id);

  /**
   * Somebody's commit, begun before, may have read the new index in the moment in which it was there, and so hold what
   * we could not publish ourselves. Then it is published, and index and copies belong to it.
   */
  async function keepCommittedByOthers(steps: readonly Step[]): Promise<void> {
    for (const { checkout, move, files } of steps) {
      const tip = await objects.commit(move.name);
      const theirs: Change[] = [];
      for (const file of files) {
        if (tip && (await findFile(objects, tip.tree, file.path))?.id === file.after) theirs.push(file);
      }
      if (!tip || theirs.length === 0) continue;
      await settleLocked(
        objects,
        checkout,
        theirs.map(({ path, before }) => ({ path, stale: [before], needsCopy: false })),
      );
      const note = {
        at: Date.now(),
        refs: [{ name: move.name, after: tip.id }],
        files: theirs.map((file) => ({ ...file, ref: move.name })),
      };
      const entry = await journal.write(note);
      onPublished(note, await entry.keep());
    }
  }

  async function moveTogether(
    moves: readonly ReferenceMove[],
    steps: readonly Step[],
    written: ReadonlySet<string>,
  ): Promise<boolean> {
    const prepared: Prepared[] = [];
    let replaced = 0;
    const undo = (): void => {
      for (const one of prepared.slice(replaced)) one.discard();
      for (const one of prepared.slice(0, replaced).toReversed()) one.undo();
    };
    try {
      for (const step of steps) await prepareStep(objects, step, prepared);
      for (const one of prepared) {
        replaced += 1;
        one.replace();
      }
      await kept.restore([...written]);
      const hasMoved = await moveReferences(moves);
      // If somebody switched branches or began a rebase at this very moment, it was from the branch as it was before.
      const isDone =
        hasMoved && ((await isStillAsPlanned(git, moves, steps)) || !(await moveReferences(moves.map(turnRound))));
      if (isDone) {
        for (const one of prepared) one.discard();
        return true;
      }
      undo();
      await keepCommittedByOthers(steps);
      return false;
    } catch (error) {
      if (error instanceof PartialUpdate) throw error;
      try {
        undo();
      } catch (cause) {
        throw new PartialUpdate('a move could not be undone', { cause });
      }
      throw error;
    }
  }

  return {
    lockCheckouts: async (name) => {
      const checkouts = (await listCheckouts(git)).filter((checkout) => checkout.branch === name);
      return locks.lockAll(checkouts.map((checkout) => checkout.git));
    },
    move: async (moves, written, held) => {
      const steps = await planSteps(git, objects, moves);
      const files = await noteFiles(git, objects, moves, steps, branch);
      const note: Note = { at: Date.now(), refs: moves.map(({ name, after }) => ({ name, after })), files };
      const [entry] = await Promise.all([journal.write(note), makeDurable(git, written)]);
      try {
        const isPlanned = (): Promise<boolean> => isStillAsPlanned(git, moves, steps);
        const locked = await locks.lockAll(
          steps.map(({ checkout }) => checkout.git),
          held,
          isPlanned,
        );
        let hasMoved = false;
        try {
          hasMoved = locked !== undefined && (await isPlanned()) && (await moveTogether(moves, steps, written));
        } finally {
          locked?.release();
        }
        await kept.restore([...written]);
        if (hasMoved && files.length > 0) onPublished(note, await entry.keep());
        else await entry.clear();
        return hasMoved ? { workTree: steps.length === 0 ? 'none' : 'updated' } : undefined;
      } catch (error) {
        if (error instanceof PartialUpdate) onHalfMoved({ file: entry.file, note });
        else await entry.clear();
        throw error;
      }
    },
  };
}

/** What could be prepared is added to `prepared`, so that it can be taken away again if the rest could not. */
async function prepareStep(objects: Objects, { checkout, move, files }: Step, prepared: Prepared[]): Promise<void> {
  if (move.before === undefined || move.after === undefined) return;
  const index = prepareMovedIndex(checkout.git, move.before, move.after);
  const copies = prepareFiles(checkout.git, objects, files);
  const [preparedIndex, preparedCopies] = await Promise.allSettled([index, copies]);
  if (preparedIndex.status === 'fulfilled') prepared.push(preparedIndex.value);
  if (preparedCopies.status === 'fulfilled') prepared.push(preparedCopies.value);
  if (preparedIndex.status === 'rejected') throw preparedIndex.reason;
  if (preparedCopies.status === 'rejected') throw preparedCopies.reason;
}

function turnRound({ name, before, after }: ReferenceMove): ReferenceMove {
  return { name, before: after, after: before };
}

interface Prepared {
  replace: () => void;
  undo: () => void;
  discard: () => void;
}

interface MoverParts {
  git: Git;
  /** The branch that is edited. */
  branch: string;
  objects: Objects;
  kept: KeptObjects;
  locks: IndexLocks;
  privateFolder: string;
  /** Called with what a move brought along and the file of its note, before the move is told of. */
  onPublished: (note: Note, file: string) => void;
  /** Called when a note was left that has to be put right. */
  onHalfMoved: (note: AbandonedNote) => void;
}

export interface RefUpdater {
  /**
   * `undefined`: somebody else moved one of them first, or switched branches. Rejects with `CheckoutBusy` where what is
   * checked out cannot come along; nothing has moved then.
   */
  move: (
    moves: readonly ReferenceMove[],
    written: ReadonlySet<string>,
    held?: HeldIndexes,
  ) => Promise<{ workTree: WorkTreeResult } | undefined>;
  /** Keeps everybody else from moving what is checked out of a branch until the locks are released. */
  lockCheckouts: (branch: string) => ReturnType<IndexLocks['lockAll']>;
}
