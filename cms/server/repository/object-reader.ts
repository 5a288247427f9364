import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Git } from './git.ts';

/**
 * One `git cat-file --batch` for all reads: a process for each would make lists of thousands of entries unusable. Where it is
 * killed, as by a machine short of memory, what was asked is asked of the next one: objects do not change.
 */
export function openObjectReader(git: Git): ObjectReader {
  let running: Running | undefined;

  function start(): Running {
    const child = git.start(['cat-file', '--batch']);
    // Each process answers its own questions alone: what a dying one still says must not be taken for an answer to another.
    const started: Running = { child, waiting: [] };
    const accept = parseAnswers((found) => started.waiting.shift()?.resolve(found));
    const end = (): void => {
      if (running === started) running = undefined;
      for (const { reject } of started.waiting.splice(0)) reject(new ReaderEnded());
    };
    child.stdout.on('data', accept);
    child.stdin.on('error', () => undefined);
    child.once('error', end);
    child.once('close', end);
    // The streams are closed a moment later; what is asked in between would wait for nothing.
    child.once('exit', () => {
      if (running === started) running = undefined;
    });
    return started;
  }

  const ask = (name: string): Promise<GitObject | undefined> =>
    new Promise((resolve, reject) => {
      running ??= start();
      running.waiting.push({ resolve, reject });
      running.child.stdin.write(`${name}\n`);
    });

  return {
    read: async (name) => {
      if (!/^[\w./-]+$/.test(name)) return undefined;
      for (let triesLeft = mostTries; ; triesLeft -= 1) {
        try {
          return await ask(name);
        } catch (error) {
          if (!(error instanceof ReaderEnded) || triesLeft <= 1) throw error;
        }
      }
    },
  };
}

const mostTries = 3;

class ReaderEnded extends Error {
  constructor() {
    super('git cat-file ended');
  }
}

/** Cuts the stream `<id> <type> <size>\n<bytes>\n` or `<name> missing\n` into objects. */
function parseAnswers(found: (object: GitObject | undefined) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let length = 0;
  let head: { id: string; type: string; size: number } | undefined;

  return (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (head && length <= head.size) return;
    let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    for (;;) {
      if (!head) {
        const end = rest.indexOf(10);
        if (end === -1) break;
        const [id = '', type = '', size] = rest.toString('utf8', 0, end).split(' ');
        rest = rest.subarray(end + 1);
        if (size === undefined) found(undefined);
        else head = { id, type, size: Number(size) };
      } else if (rest.length > head.size) {
        found({ id: head.id, type: head.type, bytes: Buffer.from(rest.subarray(0, head.size)) });
        rest = rest.subarray(head.size + 1);
        head = undefined;
      } else {
        break;
      }
    }
    chunks = rest.length > 0 ? [rest] : [];
    length = rest.length;
  };
}

interface Running {
  child: ChildProcessWithoutNullStreams;
  waiting: { resolve: (object: GitObject | undefined) => void; reject: (error: Error) => void }[];
}

export interface ObjectReader {
  /** `name` is an object id or a full reference name; `undefined` if there is no such object. */
  read: (name: string) => Promise<GitObject | undefined>;
}

export interface GitObject {
  id: string;
  type: string;
  bytes: Buffer;
}
