import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { IndexNews, IndexOrder } from './index-worker.ts';
import { placeIndex, type IndexInput, type MadeIndex, type NextIndex, type RelatedQuestions } from './make-index.ts';

/**
 * Makes a search index in a thread of its own, while pages are rendered. With a `stateFolder` it takes over what is as
 * it was; with `changes` instead of `documents` it does not even have to be told of the others. The thread stays for
 * the next index, which it makes faster, and does not keep the process alive.
 */
export function startIndex(input: IndexInput): IndexOfBuild {
  const related = Promise.withResolvers<RelatedQuestions>();
  const written = Promise.withResolvers<NextIndex>();
  // Whoever asks hears of a failure; nobody else has to.
  for (const { promise } of [related, written]) promise.catch(() => undefined);
  orders += 1;
  const worker = (running ??= startWorker());
  worker.order(
    { number: orders, input },
    {
      tell: (news) => {
        if (news.related) related.resolve(news.related);
        if (news.made) written.resolve(news.made);
      },
      fail: (error) => {
        related.reject(error);
        written.reject(error);
      },
    },
  );
  let placed: Promise<MadeIndex> | undefined;
  const place = async (): Promise<MadeIndex> => {
    const { next, ...made } = await written.promise;
    await placeIndex(next, input.folder);
    return made;
  };
  return { related: () => related.promise, written: () => (placed ??= place()) };
}

let orders = 0;
let running: IndexWorker | undefined;

function startWorker(): IndexWorker {
  const waiting = new Map<number, Listener>();
  const thread = new Worker(path.resolve('src/search/indexing/index-worker.ts'));
  const end = (error: unknown): void => {
    if (running === worker) running = undefined;
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  const finish = ({ number, made }: IndexNews): void => {
    waiting.delete(number);
    if (waiting.size > 0) return;
    thread.unref();
    // Of a large site it would hold hundreds of megabytes, and save little.
    if (made && made.documents <= mostDocumentsKept) return;
    if (running === worker) running = undefined;
    void thread.terminate();
  };
  thread.on('message', (news: IndexNews) => {
    const listener = waiting.get(news.number);
    if ('error' in news) listener?.fail(news.error);
    else listener?.tell(news);
    if ('error' in news || news.made) finish(news);
  });
  thread.on('error', end);
  thread.on('exit', () => end(new Error('The index was not finished.')));
  const worker: IndexWorker = {
    order: (order, listener) => {
      waiting.set(order.number, listener);
      thread.ref();
      thread.postMessage(order);
    },
  };
  return worker;
}

const mostDocumentsKept = 2_000;

interface IndexWorker {
  readonly order: (order: IndexOrder, listener: Listener) => void;
}

interface Listener {
  readonly tell: (news: IndexNews) => void;
  readonly fail: (error: unknown) => void;
}

export interface IndexOfBuild {
  /** For each document's id the ids of those nearest to it, before anything is written. */
  related(): Promise<RelatedQuestions>;
  /** Waits until the index is made, and puts it into its folder, which nothing else may write into then. */
  written(): Promise<MadeIndex>;
}
