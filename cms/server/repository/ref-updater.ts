import { isStillAsPlanned, noteFiles, planSteps, type Step } from './checkout/checkout-steps.ts';
import { listCheckouts, type Checkout } from './checkout/checkouts.ts';
import { makeDurable } from './objects/loose-objects.ts';
import { GitError, type Git } from './git/git.ts';
import type { IndexLock, IndexLocks } from './checkout/index-lock.ts';
import { openJournal, type AbandonedNote, type FileMove, type Note } from './recovery/journal.ts';
import type { KeptObjects } from './objects/kept-objects.ts';
import { prepareMovedIndex } from './checkout/next-index.ts';
import type { Objects } from './objects/objects.ts';
import { removeReferenceLocks } from './recovery/recover.ts';
import { openReferenceMover, type ReferenceMove } from './git/references.ts';
import { settleLocked } from './checkout/settle.ts';
import { findFile } from './objects/tree.ts';
import { stageCopies, type WorkTreeResult } from './checkout/work-tree.ts';

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
  const moveReferences = openReferenceMover(git);

  /**
   * Holds the locks of all checkouts, but those `alreadyHeld`, while `work` runs; `undefined` where `isWanted` says no
   * before.
   */
  async function whileLocked<Result>(
    checkouts: readonly Checkout[],
    alreadyHeld: HeldIndexes,
    isWanted: () => Promise<boolean>,
    work: (held: HeldIndexes) => Promise<Result>,
  ): Promise<Result | undefined> {
    const taken: IndexLock[] = [];
    const held = new Set(alreadyHeld);
    try {
      for (const { git: place } of checkouts) {
        if (held.has(place.gitFolder)) continue;
        const lock = await locks.lock(place, isWanted);
        if (!lock) return undefined;
        taken.push(lock);
        held.add(place.gitFolder);
      }
      return await work(held);
    } finally {
      for (const lock of taken.toReversed()) lock.release();
    }
  }

  /** Where the Git command that moves is killed, the references tell whether they have moved. */
  async function moveSurely(moves: readonly ReferenceMove[]): Promise<boolean> {
    try {
      return await moveReferences(moves);
    } catch (error) {
      if (!(error instanceof GitError) || error.signal === null) throw error;
      await removeReferenceLocks(git, { at: Date.now() - maxKilledMs, refs: moves });
      const left: ReferenceMove[] = [];
      for (const move of moves) if ((await objects.commit(move.name))?.id !== move.after) left.push(move);
      if (left.length === 0) return true;
      if (left.length === moves.length) throw error;
      if (await moveReferences(left)) return true;
      throw new PartialUpdate('only some of the references moved', { cause: error });
    }
  }

  /**
   * Somebody's commit, begun before, may have read the new index in the moment in which it was there, and so hold what
   * we could not publish ourselves. Then it is published, and index and copies belong to it.
   */
  async function keepCommittedByOthers(steps: readonly Step[]): Promise<void> {
    for (const { checkout, move, files } of steps) {
      const tip = await objects.commit(move.name);
      const theirs: FileMove[] = [];
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
    let published = 0;
    const undo = (): void => {
      for (const one of prepared.slice(published)) one.discard();
      for (const one of prepared.slice(0, published).toReversed()) one.undo();
    };
    try {
      for (const step of steps) await prepareStep(objects, step, prepared);
      for (const one of prepared) {
        published += 1;
        one.publish();
      }
      await kept.restore([...written]);
      const hasMoved = await moveSurely(moves);
      // If somebody switched branches or began a rebase at this very moment, it was from the branch as it was before.
      const isDone =
        hasMoved && ((await isStillAsPlanned(git, moves, steps)) || !(await moveSurely(moves.map(turnRound))));
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
    hold: async (branch, work) => {
      const checkouts = (await listCheckouts(git)).filter((checkout) => checkout.branch === branch);
      return whileLocked(checkouts, noneHeld, async () => true, work);
    },
    move: async (moves, written, held = noneHeld) => {
      const steps = await planSteps(git, objects, moves);
      const files = await noteFiles(git, objects, moves, steps, branch);
      const note: Note = { at: Date.now(), refs: moves.map(({ name, after }) => ({ name, after })), files };
      const [entry] = await Promise.all([journal.write(note), makeDurable(git, written)]);
      try {
        const hasMoved = await whileLocked(
          steps.map(({ checkout }) => checkout),
          held,
          () => isStillAsPlanned(git, moves, steps),
          async () => (await isStillAsPlanned(git, moves, steps)) && moveTogether(moves, steps, written),
        );
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

/** What was begun could be neither finished nor undone, as on a disk that filled up at that moment; its note stays. */
class PartialUpdate extends Error {}

const noneHeld: HeldIndexes = new Set();

/** A Git command is killed after half a minute at the latest. */
const maxKilledMs = 35_000;

/** What could be prepared is added to `prepared`, so that it can be taken away again if the rest could not. */
async function prepareStep(objects: Objects, { checkout, move, files }: Step, prepared: Prepared[]): Promise<void> {
  if (move.before === undefined || move.after === undefined) return;
  const index = prepareMovedIndex(checkout.git, move.before, move.after);
  const copies = stageCopies(checkout.git, objects, files);
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
  publish: () => void;
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
  /** Keeps everybody else from moving what is checked out of a branch while `work` plans a move and makes it. */
  hold: <Result>(branch: string, work: (held: HeldIndexes) => Promise<Result>) => Promise<Result | undefined>;
}

/** Git folders whose index lock the caller holds. */
export type HeldIndexes = ReadonlySet<string>;
