import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Git } from './git.ts';

/** One `git cat-file --batch` for all reads: a process for each would make lists of thousands of entries unusable. */
export function openObjectReader(git: Git): ObjectReader {
  let child: ChildProcessWithoutNullStreams | undefined;
  let waiting: Waiting[] = [];

  function start(): ChildProcessWithoutNullStreams {
    const started = git.start(['cat-file', '--batch']);
    const accept = parseAnswers((found) => waiting.shift()?.resolve(found));
    started.stdout.on('data', accept);
    started.stdin.on('error', () => undefined);
    started.once('error', fail);
    started.once('close', fail);
    return started;
  }

  function fail(): void {
    child = undefined;
    const abandoned = waiting;
    waiting = [];
    for (const { reject } of abandoned) reject(new Error('git cat-file ended'));
  }

  return {
    read: (name) =>
      new Promise((resolve, reject) => {
        if (!/^[\w./-]+$/.test(name)) return resolve(undefined);
        child ??= start();
        waiting.push({ resolve, reject });
        child.stdin.write(`${name}\n`);
      }),
  };
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

interface Waiting {
  resolve: (object: GitObject | undefined) => void;
  reject: (error: Error) => void;
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
