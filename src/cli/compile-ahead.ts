import { availableParallelism } from 'node:os';
import { MessageChannel, Worker } from 'node:worker_threads';
import { compileText, type CheckedText, type Compile } from '../lint/markdown-parts.ts';

/**
 * Compiles texts on the other cores while this one goes on reading: that is most of what checking content costs. Few files are not
 * worth starting anything for, and a text whose worker failed is compiled when it is asked for.
 */
export function startCompiler(fileCount: number): Compiler {
  const workers = Array.from({ length: fileCount < fewFiles ? 0 : availableParallelism() }, startWorker);
  const done = new Map<string, CheckedText>();
  let batch: string[] = [];
  let turn = 0;
  const send = () => {
    workers[turn++ % workers.length]?.take(batch, done);
    batch = [];
  };
  return {
    add(texts) {
      batch.push(...texts);
      if (batch.length >= batchSize) send();
    },
    async finish() {
      send();
      await Promise.all(workers.map((worker) => worker.finish()));
      return (text) => done.get(text) ?? compileText(text);
    },
  };
}

const fewFiles = 500;
const batchSize = 50;

/** Its messages wait in its own queue, so that it is busy though this thread has no time to hand out work. */
function startWorker() {
  const worker = new Worker(new URL('./compile-worker.ts', import.meta.url));
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => resolve());
    worker.on('error', () => resolve());
  });
  const answers: Promise<void>[] = [];
  return {
    take(texts: readonly string[], done: Map<string, CheckedText>) {
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise<void>((resolve) => {
        port1.on('message', (results: CheckedText[]) => {
          for (const [index, result] of results.entries()) done.set(texts[index] ?? '', result);
          port1.close();
          resolve();
        });
      });
      answers.push(Promise.race([answer, ended]));
      worker.postMessage({ texts, reply: port2 }, [port2]);
    },
    async finish() {
      await Promise.all(answers);
      await worker.terminate();
    },
  };
}

export interface Compiler {
  add(texts: readonly string[]): void;
  /** Waits for what was added. */
  finish(): Promise<Compile>;
}
