import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { StartCheckWorker } from '../../cms/server/check/check-in-threads.ts';
import type { FromThread, ThreadData, ToThread } from '../../cms/server/check/messages.ts';
import type { CheckWorker } from '../../cms/server/check/thread.ts';
import { bundleProgram } from './bundle-program.ts';

/**
 * Threads that a server ends while they check nothing go on to the next server, with nothing kept of the last one. To
 * start two for each of some two hundred servers would take longer than all that the tests ask of them.
 */
export async function openReusedWorkers(): Promise<StartCheckWorker> {
  const file = await (program ??= bundle());
  return (data) => use(idle.pop() ?? start(file), data);
}

/** One file instead of two hundred starts a thread in a third of the time. */
let program: Promise<string> | undefined;
const idle: Worker[] = [];
let lastTurn = 0;

function bundle(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'check-thread-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return bundleProgram(fileURLToPath(new URL('./reused-check-thread.ts', import.meta.url)), folder);
}

function start(file: string): Worker {
  const worker = new Worker(file);
  worker.setMaxListeners(0);
  // What fails for a server that is gone concerns nobody; `exit` follows.
  worker.on('error', () => undefined);
  worker.once('exit', () => {
    const index = idle.indexOf(worker);
    if (index !== -1) idle.splice(index, 1);
  });
  return worker;
}

/** The worker as one server sees it. */
function use(worker: Worker, data: ThreadData): CheckWorker {
  const turn = (lastTurn += 1);
  const events = new EventEmitter();
  let checks = 0;
  const onMessage = ({ turn: of, answer }: FromReused): void => {
    if (of !== turn) return;
    if (answer.kind !== 'ready' && answer.kind !== 'reading-done') checks -= 1;
    events.emit('message', answer);
  };
  const onError = (error: unknown): void => void events.emit('error', error);
  const onExit = (code: number): void => leave(code);
  const leave = (code: number): void => {
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    events.emit('exit', code);
  };
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  worker.ref();
  worker.postMessage({ kind: 'open', turn, data } satisfies ToReused);
  const seen = Object.assign(events, {
    postMessage: (message: ToThread) => {
      if (message.kind === 'check') checks += 1;
      worker.postMessage({ kind: 'ask', turn, message } satisfies ToReused);
    },
    unref: () => worker.unref(),
    terminate: async () => {
      if (checks > 0) return worker.terminate();
      worker.postMessage({ kind: 'close' } satisfies ToReused);
      worker.unref();
      leave(0);
      idle.push(worker);
      return 0;
    },
  });
  return seen as unknown as CheckWorker;
}

/** `turn` counts the servers that a process has given workers to. */
export type ToReused =
  | { kind: 'open'; turn: number; data: ThreadData }
  | { kind: 'ask'; turn: number; message: ToThread }
  | { kind: 'close' };

export interface FromReused {
  turn: number;
  answer: FromThread;
}
