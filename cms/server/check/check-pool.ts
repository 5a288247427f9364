import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { requestMessages } from '../messages/request-messages.ts';
import type { CheckedContent } from './check-content.ts';
import type { ToThread } from './thread-messages.ts';
import {
  ThreadEnded,
  type CheckLimits,
  type CheckThread,
  type FirstRead,
  type StartingThread,
  type StartThread,
} from './thread.ts';

/**
 * Spreads checks over a few threads. One that takes too long is ended with its thread, and another thread takes its
 * place. Large texts never occupy all threads, so that an ordinary save does not wait behind somebody's novel.
 */
export function createCheckPool(startThread: StartThread, limits: CheckLimits = checkLimits): CheckPool {
  const threads = new Set<CheckThread>();
  const waiting: Job[] = [];
  let first: FirstRead | undefined;
  let isClosed = false;
  let starting: StartingThread | undefined;
  let failures = 0;

  /** One after the other: the first is of use before the second has read anything. */
  async function fill(): Promise<void> {
    if (starting || !first) return;
    while (!isClosed && threads.size < limits.threads) {
      starting = startThread(first, (ended) => {
        threads.delete(ended);
        void fill();
      });
      const thread = await starting.ready.catch(() => undefined);
      if (isClosed) break;
      failures = thread ? 0 : failures + 1;
      if (thread) threads.add(thread);
      else await pause(Math.min(limits.maxPauseMs, 100 * 2 ** failures));
      serve();
    }
    starting = undefined;
  }

  function serve(): void {
    for (const job of [...waiting]) {
      const isLate = performance.now() - job.since > limits.waitTimeoutMs;
      const thread = isLate ? undefined : findThread(job);
      if (!isLate && !thread) continue;
      waiting.splice(waiting.indexOf(job), 1);
      if (thread) void work(thread, job);
      else job.reject(new HttpError(503, 'busy', requestMessages.busy, {}, 2));
    }
  }

  function findThread({ isLarge }: Job): CheckThread | undefined {
    const idle = [...threads].filter(({ busyWith }) => busyWith === undefined);
    const large = [...threads].filter(({ busyWith }) => busyWith?.isLarge === true).length;
    return isLarge && large >= Math.max(1, limits.threads - 1) ? undefined : idle[0];
  }

  async function work(thread: CheckThread, job: Job): Promise<void> {
    thread.busyWith = job;
    try {
      job.resolve(await thread.check(job.message, limits));
    } catch (error) {
      // A thread that ended for another reason than this text, as on a machine short of memory: once more in a new one.
      if (isClosed) job.reject(new HttpError(503, 'busy', requestMessages.busy, {}, 2));
      else if (error instanceof ThreadEnded && !job.isSecondTry) waiting.unshift({ ...job, isSecondTry: true });
      else job.reject(error instanceof ThreadEnded ? new HttpError(422, 'content', entryMessages.checkTooLong) : error);
    } finally {
      thread.busyWith = undefined;
      serve();
    }
  }

  return {
    warmUp: (read) => {
      first = read;
      return fill();
    },
    check: (message, size) =>
      new Promise((resolve, reject) => {
        if (isClosed || waiting.length >= limits.maxWaiting)
          return reject(new HttpError(503, 'busy', requestMessages.busy, {}, 2));
        const isLarge = size > limits.largeFrom;
        waiting.push({ message, isLarge, isSecondTry: false, since: performance.now(), resolve, reject });
        const timer = setTimeout(serve, limits.waitTimeoutMs + 1);
        timer.unref();
        first ??= { tree: message.change.tree, today: message.today };
        void fill();
        serve();
      }),
    close: async () => {
      isClosed = true;
      for (const job of waiting.splice(0)) job.reject(new HttpError(503, 'busy', requestMessages.busy, {}, 2));
      await Promise.all([...threads, ...(starting ? [starting] : [])].map((thread) => thread.end()));
    },
  };
}

export const checkLimits: CheckLimits = {
  threads: 2,
  maxWaiting: 400,
  waitTimeoutMs: 60_000,
  largeFrom: 20_000,
  checkTimeoutMs: 10_000,
  readTimeoutMs: 120_000,
  maxPauseMs: 30_000,
};

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

interface Job {
  message: Extract<ToThread, { kind: 'check' }>;
  isLarge: boolean;
  isSecondTry: boolean;
  since: number;
  resolve: (content: CheckedContent) => void;
  reject: (error: unknown) => void;
}

export interface CheckPool {
  /** Starts the threads; resolves when all are ready. */
  warmUp: (read: FirstRead) => Promise<void>;
  /** `size` counts the UTF-16 units of all texts of the change. Rejects with an `HttpError`. */
  check: (message: Extract<ToThread, { kind: 'check' }>, size: number) => Promise<CheckedContent>;
  close: () => Promise<void>;
}
