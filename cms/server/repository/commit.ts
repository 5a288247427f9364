import type { Git } from './git.ts';

/** The committer of every commit made here; the editor is the author. It needs no Git identity on the machine. */
export const committer = { name: '県人会ナレッジ CMS', mail: 'cms@kenjinkai-knowledge.invalid' };

export async function writeCommit(git: Git, { tree, parents, author, message }: NewCommit): Promise<string> {
  const env = {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.mail,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.mail,
  };
  const args = ['-c', 'i18n.commitEncoding=UTF-8', 'commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-F', '-'];
  return (await git.run(args, { input: message, env })).toString().trim();
}

export function parseCommit(id: string, bytes: Buffer): Commit {
  const text = bytes.toString();
  const end = text.indexOf('\n\n');
  const head = end === -1 ? text : text.slice(0, end);
  const lines = head.split('\n');
  const valuesOf = (key: string): string[] => lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  const message = end === -1 ? '' : text.slice(end + 2);
  return {
    id,
    tree: valuesOf('tree')[0] ?? '',
    parents: valuesOf('parent'),
    author: parsePerson(valuesOf('author')[0] ?? ''),
    committer: parsePerson(valuesOf('committer')[0] ?? ''),
    trailers: parseTrailers(message),
  };
}

/** `Key: value` lines of the last paragraph, in order. */
function parseTrailers(message: string): Trailer[] {
  const last = message.trimEnd().split(/\n\n+/).at(-1) ?? '';
  return last.split('\n').flatMap((line) => {
    const match = /^([A-Za-z][A-Za-z-]*): (.*)$/.exec(line);
    return match ? [{ key: match[1] ?? '', value: match[2] ?? '' }] : [];
  });
}

function parsePerson(line: string): Signature {
  const match = /^(.*?) ?<([^<>]*)> (\d+)/.exec(line);
  return { name: match?.[1] ?? '', mail: match?.[2] ?? '', when: new Date(Number(match?.[3] ?? 0) * 1_000).toISOString() };
}

export interface NewCommit {
  tree: string;
  parents: readonly string[];
  author: { name: string; mail: string };
  message: string;
}

export interface Commit {
  id: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  trailers: Trailer[];
}

export interface Signature {
  name: string;
  mail: string;
  /** ISO moment. */
  when: string;
}

export interface Trailer {
  key: string;
  value: string;
}
