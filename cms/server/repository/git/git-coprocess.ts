import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { GitError, type Git } from './git.ts';

/**
 * A Git command that lives on and answers in lines. Starting a process for each object stops this one for many
 * milliseconds under load; this way a save starts none. A command that ends with an error is started anew for the next
 * question.
 */
export function openGitCoprocess(git: Git, args: readonly string[]): GitCoprocess {
  let running: Running | undefined;

  function start(): Running {
    const child = git.start(args);
    const started: Running = { child, waiting: [], lines: [] };
    let text = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = (text + chunk.toString()).split('\n');
      text = lines.pop() ?? '';
      started.lines.push(...lines);
      deliver(started);
    });
    child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4_000)));
    child.stdin.on('error', () => undefined);
    const end = (code: number | null, signal: NodeJS.Signals | null): void => {
      if (running === started) running = undefined;
      for (const { reject } of started.waiting.splice(0)) reject(new GitError(args, code, signal, complaint));
    };
    child.once('error', () => end(null, null));
    child.once('close', end);
    // The streams are closed a moment later; what is asked in between would never be answered.
    child.once('exit', () => {
      if (running === started) running = undefined;
    });
    return started;
  }

  return {
    ask: (question, count = 1) =>
      new Promise((resolve, reject) => {
        running ??= start();
        const { child, waiting } = running;
        const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
        const settled =
          <Value>(settle: (value: Value) => void) =>
          (value: Value): void => {
            clearTimeout(timer);
            settle(value);
          };
        waiting.push({ count, resolve: settled(resolve), reject: settled(reject) });
        child.stdin.write(question);
      }),
  };
}

/** Milliseconds after which an answer is no longer waited for. */
const timeoutMs = 30_000;

function deliver({ waiting, lines }: Running): void {
  for (let [next] = waiting; next && lines.length >= next.count; [next] = waiting) {
    waiting.shift();
    next.resolve(lines.splice(0, next.count));
  }
}

interface Running {
  child: ChildProcessWithoutNullStreams;
  waiting: { count: number; resolve: (lines: string[]) => void; reject: (error: Error) => void }[];
  lines: string[];
}

export interface GitCoprocess {
  /** The next `count` lines; questions are answered in their order. Rejects with a `GitError` if the command ends. */
  ask: (question: string | Buffer, count?: number) => Promise<string[]>;
}
