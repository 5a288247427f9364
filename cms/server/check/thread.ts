import { Worker } from 'node:worker_threads';
import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { requestMessages } from '../messages/request-messages.ts';
import type { CheckedContent } from './check-content.ts';
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts';

/** Starts threads from `program`; each is ready when it has read the content. */
export function threadStarter(program: URL, data: ThreadData, readTimeoutMs: number): StartThread {
  return (first, onEnd) => {
    const worker = new Worker(program, { workerData: data });
    const ready = new Promise<CheckThread>((resolve, reject) => {
      const timer = setTimeout(() => void worker.terminate(), readTimeoutMs);
      const thread = openThread(worker);
      worker.once('exit', () => {
        clearTimeout(timer);
        reject(new ThreadEnded());
        onEnd(thread);
      });
      // What is wrong is told once here; `exit` follows.
      worker.on('error', (error) => console.error(error));
      const onMessage = ({ kind }: FromThread): void => {
        if (kind !== 'ready') return;
        worker.off('message', onMessage);
        clearTimeout(timer);
        // A thread must not keep a program alive that has nothing else to do.
        worker.unref();
        resolve(thread);
      };
      worker.on('message', onMessage);
      worker.postMessage({ kind: 'warm-up', ...first } satisfies ToThread);
    });
    return { ready, end: async () => void (await worker.terminate()) };
  };
}

function openThread(worker: Worker): CheckThread {
  return {
    busyWith: undefined,
    check: (message, { checkTimeoutMs, readTimeoutMs }) =>
      new Promise((resolve, reject) => {
        let timer = setTimeout(() => giveUp(new HttpError(503, 'busy', requestMessages.busy, {}, 5)), readTimeoutMs);
        const settle = (end: () => void): void => {
          clearTimeout(timer);
          worker.off('message', onMessage);
          worker.off('exit', onExit);
          end();
        };
        const giveUp = (error: HttpError): void => {
          void worker.terminate();
          settle(() => reject(error));
        };
        const onExit = (): void => settle(() => reject(new ThreadEnded()));
        const onMessage = (answer: FromThread): void => {
          if (answer.kind === 'reading-done') {
            clearTimeout(timer);
            timer = setTimeout(() => giveUp(new HttpError(422, 'content', entryMessages.checkTooLong)), checkTimeoutMs);
          } else if (answer.kind !== 'ready') {
            settle(() => (answer.kind === 'checked' ? resolve(answer.content) : reject(toError(answer))));
          }
        };
        worker.on('message', onMessage);
        worker.on('exit', onExit);
        worker.postMessage(message);
      }),
    end: async () => void (await worker.terminate()),
  };
}

function toError(answer: Exclude<FromThread, { kind: 'ready' | 'reading-done' | 'checked' }>): Error {
  if (answer.kind === 'failed') return new Error(answer.message);
  const { status, code, message, details, retryAfter } = answer.error;
  return new HttpError(status, code, message, details, retryAfter);
}

/** `onEnd` is called whenever and however the thread ends; `ready` rejects where that is before it is ready. */
export type StartThread = (first: FirstRead, onEnd: (thread: CheckThread) => void) => StartingThread;

export interface StartingThread {
  ready: Promise<CheckThread>;
  end: () => Promise<void>;
}

/** What a thread reads before its first check: the tree of the edited branch, and the day in Japan. */
export interface FirstRead {
  tree: string;
  today: string;
}

export interface CheckThread {
  busyWith: { isLarge: boolean } | undefined;
  /** Rejects with the check's `HttpError`, with one for a text that takes too long, or with `ThreadEnded`. */
  check: (
    message: Extract<ToThread, { kind: 'check' }>,
    limits: Pick<CheckLimits, 'checkTimeoutMs' | 'readTimeoutMs'>,
  ) => Promise<CheckedContent>;
  end: () => Promise<void>;
}

/** The thread ended while it checked. */
export class ThreadEnded extends Error {}

export interface CheckLimits {
  threads: number;
  /** Checks that wait for a thread; one more is answered with 503. */
  maxWaiting: number;
  waitTimeoutMs: number;
  /** UTF-16 units from which on a text is large. */
  largeFrom: number;
  /** For the change itself, after which its thread is ended. */
  checkTimeoutMs: number;
  /** For reading what else the site holds, which thousands of entries can take after a restart. */
  readTimeoutMs: number;
  /** Longest pause before a thread that would not start is started again. */
  maxPauseMs: number;
}
