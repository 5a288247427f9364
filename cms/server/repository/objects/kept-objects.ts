import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Git } from '../git/git.ts';
import { isThere, openKeptFolder } from './kept-folder.ts';

/**
 * Keeps a second name for each object file that was written lately. `git gc --prune=now` of somebody else deletes
 * objects that no reference named when it began, though one may name them by now; what it took is put back from here. A
 * second name of the same file (a hard link) takes no space. It outlives a kill: the next start goes on with what it
 * finds.
 */
export function openKeptObjects(git: Git): KeptObjects {
  const { folder, fileMode, linkIntoPlace, restore, recall } = openKeptFolder(git);
  const packFolder = path.join(git.commonFolder, 'objects', 'pack');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let batches = adoptKept(folder);
  let lastPackTime = readTime(packFolder);
  let number = 0;

  const restoreAll = (): Promise<number> => restore([...new Set(batches.flatMap(({ ids }) => ids))]);
  const isGcRunning = (): boolean => isThere(path.join(git.commonFolder, 'gc.pid'));

  return {
    restore,
    restoreAll,
    recall: async (name) => {
      if (await recall(name)) return true;
      // A reference of which the object is gone looks like none; most that are asked for are none.
      const isCollecting = isGcRunning() || Math.abs(Date.now() - readTime(packFolder)) < collectedLatelyMs;
      return name.startsWith('refs/') && isCollecting && (await restoreAll()) > 0;
    },
    write: (id, content) => {
      number += 1;
      const half = path.join(folder, `${id}.${process.pid}-${number}.new`);
      try {
        // Small files, written in a tenth of a millisecond: waiting for one of Node's few file threads takes longer.
        writeFileSync(half, content, { mode: fileMode });
        linkIntoPlace(half, id);
        renameSync(half, path.join(folder, id));
      } finally {
        rmSync(half, { force: true });
      }
      batches.push({ ids: [id], at: Date.now(), checks: 0 });
    },
    check: async (now = Date.now()) => {
      const packTime = readTime(packFolder);
      const isAfterGc = packTime !== lastPackTime || isGcRunning();
      lastPackTime = packTime;
      const due = batches.filter(({ at, checks }) => isAfterGc || now - at >= (checkAfterMs[checks] ?? Infinity));
      if (due.length === 0) return 0;
      const restored = await restore(due.flatMap(({ ids }) => ids));
      for (const batch of due) batch.checks = checkAfterMs.filter((age) => age <= now - batch.at).length;
      const old = new Set(batches.filter(({ at }) => now - at > keptForMs));
      batches = batches.filter((batch) => !old.has(batch));
      const stillKept = new Set(batches.flatMap(({ ids }) => ids));
      for (const { ids } of old)
        for (const id of ids) if (!stillKept.has(id)) rmSync(path.join(folder, id), { force: true });
      return restored;
    },
  };
}

/**
 * Ages at which a written object is looked for: a garbage collection that began before the write has ended by the last.
 */
const checkAfterMs = [500, 2_000, 10_000, 60_000, 300_000];
const keptForMs = 300_000;
const collectedLatelyMs = 10_000;

/** What an earlier process kept is looked after like our own. */
function adoptKept(folder: string): Batch[] {
  const now = Date.now();
  const ids: string[] = [];
  for (const name of readdirSync(folder)) {
    if (!/^[0-9a-f]{40,64}$/.test(name)) rmSync(path.join(folder, name), { force: true });
    else ids.push(name);
  }
  return ids.length === 0 ? [] : [{ ids, at: now, checks: 0 }];
}

function readTime(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

interface Batch {
  ids: string[];
  /** Milliseconds since 1970. */
  at: number;
  /** How many of the ages in `checkAfterMs` have been looked at. */
  checks: number;
}

export interface KeptObjects {
  /** Stores an object in Git's own folder and keeps it; `content` is what Git's object file holds. */
  write: (id: string, content: Buffer) => void;
  /** Puts back those that Git no longer has; resolves to their number. */
  restore: (ids: readonly string[]) => Promise<number>;
  restoreAll: () => Promise<number>;
  /**
   * The same for what was asked for, by id or reference, and not found; resolves to whether asking again makes sense.
   */
  recall: (name: string) => Promise<boolean>;
  /** Looks after everything kept whose time has come, and forgets what is old; resolves to the number put back. */
  check: (now?: number) => Promise<number>;
}
