import { startWorkerClient } from '../threads/worker-client.ts';
import { replaceFile } from './added-files.ts';

/**
 * Runs `work`, which writes about `count` files of a site, and waits until they are there. A file is written as
 * `replaceFile` does it, many of them in another thread: making a file takes a third of the time in which a page is
 * rendered. Rejects with the first file that could not be written.
 */
export async function writeFiles(count: number, work: (write: WriteFile) => Promise<void>): Promise<void> {
  if (count < fewFiles) return work(async (file, data) => replaceFile(file, data));
  const client = startWorkerClient<WriteRequest, WriteAnswer>('src/integrations/write-worker.ts', { resourceLimits });
  /** In the order in which they are answered. */
  const waiting: Promise<void>[] = [];
  const writeBeside = async (file: string, data: Uint8Array): Promise<void> => {
    const answer = await client.ask({ file, data });
    if (answer === undefined) replaceFile(file, data);
    else if (answer.error !== undefined) throw new Error(answer.error);
  };
  try {
    await work(async (file, data) => {
      const writing = writeBeside(file, data);
      // Whoever waits for it hears of a failure.
      writing.catch(() => undefined);
      waiting.push(writing);
      if (waiting.length > maxWaiting) await waiting.shift();
    });
    await Promise.all(waiting);
  } finally {
    await client.end();
  }
}

/** Fewer are written sooner than a worker has started. */
const fewFiles = 1_000;
/** Files that wait for the other thread: a few megabytes. */
const maxWaiting = 100;
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 24 };

/** Resolves when the next file may follow. */
export type WriteFile = (file: string, data: Uint8Array) => Promise<void>;

export interface WriteRequest {
  readonly file: string;
  readonly data: Uint8Array;
}

export interface WriteAnswer {
  /** What the system said of a file that it would not write; it names the file. */
  readonly error?: string;
}
