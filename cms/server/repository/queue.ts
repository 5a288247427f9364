/**
 * Runs tasks with the same key one after the other, in the order in which they came; one that fails does not stop the
 * next. Few run at a time altogether, as many at once would each take longer; those with the key `first` do not wait
 * for the others, since they already wait for one another. Where `maxWaiting` tasks are unfinished, one more is refused
 * with `QueueFull`.
 */
export function createQueues(maxRunning: number, first?: string, maxWaiting = 500): Queues {
  const last = new Map<string, Promise<unknown>>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let unfinished = 0;

  const inTurn = async <Result>(task: () => Promise<Result>): Promise<Result> => {
    if (running >= maxRunning) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };

  return {
    run: async (key, task) => {
      if (unfinished >= maxWaiting) throw new QueueFull();
      unfinished += 1;
      const result = (last.get(key) ?? Promise.resolve()).then(() => (key === first ? task() : inTurn(task)));
      const settled = result.then(
        () => undefined,
        () => undefined,
      );
      last.set(key, settled);
      void settled.then(() => {
        unfinished -= 1;
        if (last.get(key) === settled) last.delete(key);
      });
      return result;
    },
    settled: async () => {
      await Promise.all(last.values());
    },
  };
}

/** Too much is under way; the task was not begun. */
export class QueueFull extends Error {}

export interface Queues {
  run: <Result>(key: string, task: () => Promise<Result>) => Promise<Result>;
  /** Resolves when everything asked so far is done. */
  settled: () => Promise<void>;
}
