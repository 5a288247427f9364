import type { Git } from './git.ts';
import type { FileMove } from './journal.ts';
import type { Objects } from './objects.ts';
import { bringFilesAlong, type WorkTreeResult } from './work-tree.ts';

/**
 * Brings checked-out copies along behind their branch, in the order of its moves. Moves that come while one is being followed are
 * followed together: Git is asked once for all of them, and twenty editors do not wait for one another's copies.
 */
export function openCopies(git: Git, objects: Objects): Copies {
  let waiting: Waiting[] = [];
  let draining: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const together = waiting;
      waiting = [];
      const leftAlone = await follow(together);
      for (const { files, resolve } of together) resolve(files.some(({ path }) => leftAlone.has(path)) ? 'left-alone' : 'updated');
    }
    draining = undefined;
  }

  async function follow(together: readonly Waiting[]): Promise<ReadonlySet<string>> {
    const files = joinMoves(together.flatMap((one) => one.files));
    try {
      const leftAlone = await bringFilesAlong(git, objects, files);
      await Promise.all(together.map(({ done }) => done()));
      return leftAlone;
    } catch (error) {
      // The commits stand; only the copies beside them lag behind, as on a full disk. The notes stay, for the next start.
      console.error(error);
      return new Set(files.map(({ path }) => path));
    }
  }

  return {
    follow: (files, done) =>
      new Promise((resolve) => {
        waiting.push({ files, done, resolve });
        draining ??= drain();
      }),
    settled: async () => {
      await draining;
    },
  };
}

/** A file that moved several times went from what it was at first to what it is now. */
export function joinMoves(moves: readonly FileMove[]): FileMove[] {
  const joined = new Map<string, FileMove>();
  for (const move of moves) joined.set(move.path, { ...move, before: joined.has(move.path) ? joined.get(move.path)?.before : move.before });
  return [...joined.values()];
}

interface Waiting {
  files: readonly FileMove[];
  done: () => Promise<void>;
  resolve: (result: WorkTreeResult) => void;
}

export interface Copies {
  /** `done` is called once the copies are where they should be, or belong to somebody else. */
  follow: (files: readonly FileMove[], done: () => Promise<void>) => Promise<WorkTreeResult>;
  /** Resolves when everything asked so far is done. */
  settled: () => Promise<void>;
}
