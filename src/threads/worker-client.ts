import path from 'node:path';
import { Worker, type ResourceLimits } from 'node:worker_threads';

/**
 * Starts a worker that answers each message with one of its own, in their order. `program` is a path inside the
 * checkout. A worker that dies leaves its requests unanswered: the caller does that work itself.
 */
export function startWorkerClient<Request, Answer>(
  program: string,
  options: { resourceLimits: ResourceLimits; workerData?: unknown },
): WorkerClient<Request, Answer> {
  const waiting: ((answer: Answer | undefined) => void)[] = [];
  let isAlive = true;
  const stop = (): void => {
    isAlive = false;
    for (const settle of waiting.splice(0)) settle(undefined);
  };
  const worker = new Worker(path.resolve(program), options);
  worker.on('message', (answer: Answer) => waiting.shift()?.(answer));
  worker.on('exit', stop);
  worker.on('error', stop);
  return {
    ask(request) {
      if (!isAlive) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        waiting.push(resolve);
        worker.postMessage(request);
      });
    },
    async end() {
      await worker.terminate();
    },
  };
}

/** Has each batch done by whichever of `workers` is free first. Ends when all are done, and rejects where one rejects. */
export async function shareBatches<Batch>(
  batches: readonly Batch[],
  workers: readonly ((batch: Batch) => Promise<void>)[],
): Promise<void> {
  const rest = batches.values();
  await Promise.all(
    workers.map(async (work) => {
      for (const batch of rest) await work(batch);
    }),
  );
}

export function cutIntoBatches<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

export interface WorkerClient<Request, Answer> {
  /** Undefined where the worker ended before it answered. */
  ask(request: Request): Promise<Answer | undefined>;
  end(): Promise<void>;
}
