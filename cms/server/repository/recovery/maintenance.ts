import { CheckoutBusy } from '../checkout/checkout-busy.ts';
import type { SettleParts } from '../checkout/settle.ts';
import type { Git } from '../git/git.ts';
import type { KeptObjects } from '../objects/kept-objects.ts';
import type { Guard } from './guard.ts';
import type { AbandonedNote } from './journal.ts';
import { recover } from './recover.ts';

/**
 * Looks every half second whether what was written and published is still where it should be, and tries again what
 * could not be put right, less and less often while it fails.
 */
export function startMaintenance({ git, parts, kept, guard, notes }: MaintenanceParts): Maintenance {
  let left = [...notes];
  let failures = 0;
  let folder: string | undefined;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function look(): Promise<void> {
    try {
      const [taken, still] = [left.length, await recover(git, parts, left, false)];
      left = [...still, ...left.slice(taken)];
      await kept.check();
      await guard.check();
      failures = left.length > 0 ? failures + 1 : 0;
      folder = undefined;
    } catch (error) {
      // Said once: it is tried again for as long as it fails.
      if (failures === 0) console.error(error);
      failures += 1;
      folder = error instanceof CheckoutBusy ? error.folder : (git.workTree ?? git.gitFolder);
    }
  }

  const schedule = (): void => {
    if (isClosed) return;
    timer = setTimeout(
      () => {
        running = look().finally(schedule);
      },
      Math.min(intervalMs * 2 ** failures, maxIntervalMs),
    );
    timer.unref();
  };
  schedule();

  return {
    recoverSoon: (note) => {
      left.push(note);
    },
    folderBehind: () =>
      failures >= noticedFailures || left.length > 0 ? (folder ?? git.workTree ?? git.gitFolder) : undefined,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await running;
      await guard.check().catch(() => undefined);
    },
  };
}

const intervalMs = 500;
const maxIntervalMs = 30_000;

/** Somebody's Git command in between makes one fail now and then. */
const noticedFailures = 3;

interface MaintenanceParts {
  git: Git;
  parts: SettleParts;
  kept: KeptObjects;
  guard: Guard;
  /** What could not be put right at the start. */
  notes: readonly AbandonedNote[];
}

export interface Maintenance {
  /** A note was left that has to be put right. */
  recoverSoon: (note: AbandonedNote) => void;
  /** The work tree that lags behind its branch, if one does. */
  folderBehind: () => string | undefined;
  close: () => Promise<void>;
}
