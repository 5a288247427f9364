/** Runs tasks one after the other, in the order in which they came; one that fails does not stop the next. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (task) => {
      const result = last.then(task);
      last = result.catch(() => undefined);
      return result;
    },
    settled: async () => {
      await last;
    },
  };
}

export interface Queue {
  run: <Result>(task: () => Promise<Result>) => Promise<Result>;
  /** Resolves when everything asked so far is done. */
  settled: () => Promise<void>;
}
