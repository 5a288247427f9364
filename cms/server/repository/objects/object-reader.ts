import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Git } from '../git/git.ts';

/**
 * One `git cat-file --batch` for all reads: a process for each would make lists of thousands of entries unusable. Where
 * it ends, as on a machine short of memory, what was asked is asked of the next one: objects do not change. Git also
 * ends where an object is damaged, so the one that it was at counts its own tries, and the others lose nothing by it.
 */
export function openObjectReader(git: Git, recall: (name: string) => Promise<boolean>): ObjectReader {
  let running: Running | undefined;

  function start(): Running {
    const child = git.start(['cat-file', '--batch']);
    // Each process answers its own questions alone: what a dying one still says must not be taken for an answer to
    // another.
    const started: Running = { child, waiting: [] };
    const accept = parseAnswers((found) => {
      const next = started.waiting.shift();
      if (found === 'too-large') next?.reject(new UnreadableObject(next.name));
      else next?.resolve(found);
    });
    const end = (): void => {
      if (running === started) running = undefined;
      for (const [index, { reject }] of started.waiting.splice(0).entries()) reject(new ReaderEnded(index === 0));
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
      running.waiting.push({ name, resolve, reject });
      running.child.stdin.write(`${name}\n`);
    });

  const askUntilAnswered = async (name: string): Promise<GitObject | undefined> => {
    let ends = 0;
    for (let tries = 0; tries < maxTries; tries += 1) {
      try {
        return await ask(name);
      } catch (error) {
        if (!(error instanceof ReaderEnded)) throw error;
        if (error.wasAtThis) ends += 1;
        if (ends >= maxEnds) throw new UnreadableObject(name);
      }
    }
    throw new ReaderEnded(false);
  };

  return {
    read: async (name) => {
      if (!/^[\w./-]+$/.test(name)) return undefined;
      const object = await askUntilAnswered(name);
      return object !== undefined || !(await recall(name)) ? object : askUntilAnswered(name);
    },
  };
}

/** So often Git may end at one object before that is taken for the object's fault. */
const maxEnds = 3;

/** Altogether, while other objects that are asked for at the same time may be damaged. */
const maxTries = 1_000;

/** Larger ones are none of ours and are not taken into memory. */
const maxObjectBytes = 64 * 1024 * 1024;

/** A damaged object, or one that is too large to be an entry or an image. */
export class UnreadableObject extends Error {
  readonly object: string;

  constructor(object: string) {
    super(`git cannot read ${object}`);
    this.object = object;
  }
}

class ReaderEnded extends Error {
  /** Whether the object that was asked for was the next to be answered. */
  readonly wasAtThis: boolean;

  constructor(wasAtThis: boolean) {
    super('git cat-file ended');
    this.wasAtThis = wasAtThis;
  }
}

/** Cuts the stream `<id> <type> <size>\n<bytes>\n` or `<name> missing\n` into objects. */
function parseAnswers(found: (object: GitObject | 'too-large' | undefined) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let length = 0;
  let head: { id: string; type: string; size: number } | undefined;
  let toSkip = 0;

  return (whole) => {
    const chunk = whole.subarray(Math.min(toSkip, whole.length));
    toSkip -= whole.length - chunk.length;
    if (chunk.length === 0) return;
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
        if (head && head.size > maxObjectBytes) {
          found('too-large');
          toSkip = Math.max(0, head.size + 1 - rest.length);
          rest = rest.subarray(Math.min(rest.length, head.size + 1));
          head = undefined;
        }
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
  waiting: { name: string; resolve: (object: GitObject | undefined) => void; reject: (error: Error) => void }[];
}

export interface ObjectReader {
  /**
   * `name` is an object id or a full reference name; `undefined` if there is no such object. Rejects with
   * `UnreadableObject`.
   */
  read: (name: string) => Promise<GitObject | undefined>;
}

export interface GitObject {
  id: string;
  type: string;
  bytes: Buffer;
}
