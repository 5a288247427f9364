import { Worker } from 'node:worker_threads';
import { toDayInJapan } from '../../../src/strings/days.ts';
import type { CheckedChange, CheckedContent } from '../validate.ts';
import { checkLimits, createCheckPool } from './check-pool.ts';
import type { ThreadData } from './messages.ts';
import { threadStarter, type CheckWorker } from './thread.ts';

/** The content check of a server, in threads beside the one that answers requests. */
export function checkInThreads({ root, mediaFolder, now, startWorker = startCheckWorker }: CheckPlace): ThreadedCheck {
  const pool = createCheckPool(threadStarter(() => startWorker({ root, mediaFolder }), checkLimits.readTimeoutMs));
  return {
    warmUp: (tree) => pool.warmUp({ tree, today: toDayInJapan(now()) }),
    check: (change) => {
      const size = [...change.changes.texts.values()].reduce((sum, entry) => sum + (entry?.text.length ?? 0), 0);
      return pool.check({ kind: 'check', change, today: toDayInJapan(now()) }, size);
    },
    close: pool.close,
  };
}

function startCheckWorker(workerData: ThreadData): CheckWorker {
  return new Worker(new URL('./check-thread.ts', import.meta.url), { workerData });
}

interface CheckPlace {
  root: string;
  mediaFolder: string;
  now: () => Date;
  startWorker?: StartCheckWorker;
}

/** Starts a worker that answers as `check-thread.ts` does. */
export type StartCheckWorker = (data: ThreadData) => CheckWorker;

export interface ThreadedCheck {
  /** Resolves when all threads have read the content. */
  warmUp: (tree: string) => Promise<void>;
  check: (change: CheckedChange) => Promise<CheckedContent>;
  close: () => Promise<void>;
}
