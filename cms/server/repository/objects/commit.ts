import { committer, type Signature } from '../git/git.ts';
/** A commit as Git stores it. Names and times come first; the message is kept as it is. */
export function formatCommit({ tree, parents, author, message }: NewCommit, now: Date): Buffer {
  const time = `${Math.floor(now.getTime() / 1_000)} +0900`;
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${plain(author.name)} <${plain(author.mail)}> ${time}`,
    `committer ${committer.name} <${committer.mail}> ${time}`,
  ];
  return Buffer.from(`${lines.join('\n')}\n\n${message.replaceAll('\0', '')}`);
}

export function parseCommit(id: string, bytes: Buffer): Commit {
  const text = bytes.toString();
  const end = text.indexOf('\n\n');
  const head = end === -1 ? text : text.slice(0, end);
  const lines = head.split('\n');
  const valuesOf = (key: string): string[] =>
    lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
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

/** What would end the name or the line early. */
function plain(text: string): string {
  return text.replace(/[<>\p{Cc}]+/gu, ' ').trim();
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
  return {
    name: match?.[1] ?? '',
    mail: match?.[2] ?? '',
    when: new Date(Number(match?.[3] ?? 0) * 1_000).toISOString(),
  };
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

export interface Trailer {
  key: string;
  value: string;
}
