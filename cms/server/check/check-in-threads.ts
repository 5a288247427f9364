import { toDayInJapan } from '../../../src/strings/days.ts';
import type { CheckedChange, CheckedContent } from './check-content.ts';
import { checkLimits, createCheckPool } from './check-pool.ts';
import { threadStarter } from './thread.ts';

/** The content check of a server, in threads beside the one that answers requests. */
export function checkInThreads({ root, mediaFolder, now, program = checkThread }: CheckPlace): ThreadedCheck {
  const pool = createCheckPool(threadStarter(program, { root, mediaFolder }, checkLimits.readTimeoutMs));
  return {
    warmUp: (tree) => pool.warmUp({ tree, today: toDayInJapan(now()) }),
    check: (change) => {
      const size = [...change.changes.texts.values()].reduce((sum, entry) => sum + (entry?.text.length ?? 0), 0);
      return pool.check({ kind: 'check', change, today: toDayInJapan(now()) }, size);
    },
    close: pool.close,
  };
}

/** The program that each thread runs. */
export const checkThread = new URL('./check-thread.ts', import.meta.url);

interface CheckPlace {
  root: string;
  mediaFolder: string;
  now: () => Date;
  /** `checkThread` if left out. */
  program?: URL;
}

export interface ThreadedCheck {
  /** Resolves when all threads have read the content. */
  warmUp: (tree: string) => Promise<void>;
  check: (change: CheckedChange) => Promise<CheckedContent>;
  close: () => Promise<void>;
}
