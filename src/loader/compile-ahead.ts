import { availableParallelism } from 'node:os';
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { compileMdx, type CompiledMdx, type MdxOptions } from '../mdx/compile-mdx.ts';

/**
 * Compiles texts on the other cores while this one goes on reading: that is most of what checking and rendering content
 * costs. Few files are not worth starting anything for, and a text whose worker failed is compiled when it is asked
 * for.
 */
export function startCompiler(fileCount: number): Compiler {
  const workers = Array.from({ length: fileCount < fewFiles ? 0 : availableParallelism() }, startWorker);
  const done = new Map<string, CompiledMdx>();
  let batch: CompileJob[] = [];
  let turn = 0;
  const send = () => {
    workers[turn++ % workers.length]?.take(batch, done);
    batch = [];
  };
  return {
    add(jobs) {
      if (workers.length === 0) return;
      batch.push(...jobs);
      if (batch.length >= batchSize) send();
    },
    async finish() {
      send();
      await Promise.all(workers.map((worker) => worker.finish()));
      return (job) => {
        const key = keyOf(job);
        const compiled = done.get(key) ?? compileNow(job);
        done.set(key, compiled);
        return compiled;
      };
    },
  };
}

export function compileNow({ text, ...options }: CompileJob): CompiledMdx {
  return compileMdx(text, options);
}

function keyOf({ text, basePath, idPrefix = '', headingOffset = 0 }: CompileJob): string {
  return `${basePath}\n${idPrefix}\n${headingOffset}\n${text}`;
}

const fewFiles = 500;
const batchSize = 50;

/** Its messages wait in its own queue, so that it is busy though this thread has no time to hand out work. */
function startWorker() {
  const worker = new Worker(path.resolve('src/loader/compile-worker.ts'));
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => resolve());
    worker.on('error', () => resolve());
  });
  const answers: Promise<void>[] = [];
  return {
    take(jobs: readonly CompileJob[], done: Map<string, CompiledMdx>) {
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise<void>((resolve) => {
        port1.on('message', (results: CompiledMdx[]) => {
          for (const [index, job] of jobs.entries()) if (results[index]) done.set(keyOf(job), results[index]);
          port1.close();
          resolve();
        });
      });
      answers.push(Promise.race([answer, ended]));
      worker.postMessage({ jobs, reply: port2 }, [port2]);
    },
    async finish() {
      await Promise.all(answers);
      await worker.terminate();
    },
  };
}

export interface Compiler {
  add(jobs: readonly CompileJob[]): void;
  /** Waits for what was added; the result compiles whatever was not. */
  finish(): Promise<(job: CompileJob) => CompiledMdx>;
}

export interface CompileJob extends MdxOptions {
  text: string;
}
