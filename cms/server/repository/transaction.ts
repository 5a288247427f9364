import { setTimeout as pause } from 'node:timers/promises';
import { formatCommit, type Commit, type NewCommit } from './objects/commit.ts';
import type { KeptObjects } from './objects/kept-objects.ts';
import { UnreadableObject } from './objects/object-reader.ts';
import type { ObjectWriter } from './objects/object-writer.ts';
import type { TreeWriter } from './objects/tree-writer.ts';
import type { RefUpdater } from './ref-updater.ts';
import type { Changed, Plan, Writer } from './repository.ts';

/**
 * Runs changes as transactions: `work` reads where the references are, writes objects and plans moves; then the
 * references move, each only if it still is where the plan found it (compare-and-swap). Where one has moved, everything
 * is planned anew. `checkPath` throws for a path that must not change, before its tree is written.
 */
export function openTransactions({ branch, writeObject, trees, updater, kept }: TransactionParts): RunTransaction {
  return async (work, checkPath) => {
    for (const [tries, waitMs] of waitsMs.entries()) {
      if (waitMs > 0) await pause(waitMs);
      const written = new Set<string>();
      const writer: Writer = {
        changeTree: async (tree, edits) => {
          for (const { path } of edits) checkPath(path);
          return trees.change(tree, edits, written);
        },
        writeCommit: async (made: NewCommit) => {
          const id = await writeObject('commit', formatCommit(made, new Date()));
          written.add(id);
          return id;
        },
      };
      // Where somebody commits again and again, whoever plans first and locks afterwards is always late.
      const locks = tries < triesWithoutLock ? undefined : await updater.lockCheckouts(branch);
      try {
        const { moves, result } = await work(writer);
        if (moves.length === 0) return { result, workTree: 'none' };
        const moved = await updater.move(moves, written, locks?.held);
        if (moved) return { result, workTree: moved.workTree };
      } catch (error) {
        if (!isMissingObject(error)) throw error;
        await kept.restoreAll();
      } finally {
        locks?.release();
      }
    }
    throw new ReferencesLocked();
  };
}

/** Reads a commit that has to be there; restores it where a garbage collection has taken it. */
export async function readCommit(
  read: (name: string) => Promise<Commit | undefined>,
  kept: KeptObjects,
  name: string,
): Promise<Commit> {
  const found = (await read(name)) ?? ((await kept.restoreAll()) > 0 ? await read(name) : undefined);
  if (!found) throw new MissingCommit(`no commit ${name}`);
  return found;
}

class MissingCommit extends Error {}

/** Another program kept the branch locked for all our attempts. */
export class ReferencesLocked extends Error {}

/** Milliseconds before each attempt to move references: somebody else's push or commit takes a moment. */
const waitsMs = [0, 10, 30, 60, 120, 250, 500, 1_000];
const triesWithoutLock = 2;

/** Somebody's garbage collection took what no reference named yet; other threads tell of it by the message alone. */
function isMissingObject(error: unknown): boolean {
  if (error instanceof MissingCommit || error instanceof UnreadableObject) return true;
  const message = error instanceof Error ? error.message : '';
  return /git cannot read|unable to read|unpack tree|nonexistent object|bad object|not a valid object/i.test(message);
}

interface TransactionParts {
  /** The branch that is edited. */
  branch: string;
  writeObject: ObjectWriter;
  trees: TreeWriter;
  updater: RefUpdater;
  kept: KeptObjects;
}

type RunTransaction = <Result>(
  work: (writer: Writer) => Promise<Plan<Result>>,
  checkPath: (path: string) => void,
) => Promise<Changed<Result>>;
