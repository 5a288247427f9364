/**
 * Runs tasks with the same key one after the other, in the order in which they came; one that fails does not stop the
 * next. Few run at a time altogether, as many at once would each take longer; those with the key `first` do not wait
 * for the others, since they already wait for one another. Where `maxWaiting` tasks are unfinished, one more is refused
 * with `QueueFull`.
 */
export function createQueues(maxRunning: number, first?: string, maxWaiting = 500): Queues {
  const last = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let unfinished = 0;

  return {
    run: async (key, task) => {
      if (unfinished >= maxWaiting) throw new QueueFull();
      unfinished += 1;
      const before = last.get(key);
      let finish = (): void => undefined;
      const finished = new Promise<void>((resolve) => (finish = resolve));
      last.set(key, finished);
      await before;
      const isLimited = key !== first;
      if (isLimited && running >= maxRunning) await new Promise<void>((resolve) => waiting.push(resolve));
      else if (isLimited) running += 1;
      try {
        return await task();
      } finally {
        const next = isLimited ? waiting.shift() : undefined;
        if (next) next();
        else if (isLimited) running -= 1;
        unfinished -= 1;
        if (last.get(key) === finished) last.delete(key);
        finish();
      }
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
