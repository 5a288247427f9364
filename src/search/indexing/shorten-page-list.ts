import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { indexPart, type PageListFrame } from '../index-format.ts';
import { digest } from './digest.ts';

/**
 * Pagefind's list gives each page a name of its own and a length, and names each index part; nothing can be looked up
 * before it has been read, and the names, being digests, cannot be compressed. Here a page's name is its place, and all
 * have the mean length, since scores know no lengths: the browser makes the list itself. Parts are numbered behind one
 * digest of them all, and of each only the end is told. `words` are the words of each page in order. Throws if the list
 * is not the one that this was written for.
 */
export async function shortenPageList(outDir: string, words: readonly number[]): Promise<Shortened> {
  const entryPath = join(outDir, 'pagefind-entry.json');
  const entry = JSON.parse(await readFile(entryPath, 'utf8')) as Entry;
  const [language] = Object.values(entry.languages);
  const listFile = join(outDir, `pagefind.${language?.hash}.pf_meta`);
  const list = gunzipSync(await readFile(listFile));
  if (list.subarray(0, signature.length).toString() !== signature) throw unknownList();
  const [version, pages, parts, ...others] = decode(list.subarray(signature.length)) as List;
  if (pages.length !== words.length || pages.some(([, count], place) => count !== words[place])) throw unknownList();
  if (parts.some(([first, last], number) => first > last || last >= (parts[number + 1]?.[0] ?? endOfAll)))
    throw unknownList();

  const ofParts = digest(JSON.stringify(parts));
  const files = parts.map((_, number) => indexPart(ofParts, number));
  await Promise.all(
    parts.map(([, , file], number) =>
      rename(join(outDir, 'index', `${file}.pf_index`), join(outDir, files[number] ?? '')),
    ),
  );
  await Promise.all([listFile, entryPath].map((file) => rm(file)));
  const empty = Buffer.from(encode([version, [], [], ...others]));
  const start = 1 + encode(version).length;
  return {
    frame: {
      before: empty.subarray(0, start).toString('base64'),
      after: empty.subarray(start + 1).toString('base64'),
      length: meanLength(words),
    },
    digest: ofParts,
    ends: parts.map(([, last], number) => endBefore(last, parts[number + 1]?.[0])),
    files,
  };
}

/** The shortest text from `last` on that stands before `next`. */
export function endBefore(last: string, next: string | undefined): string {
  if (next === undefined) return endOfAll;
  let same = 0;
  while (last[same] === next[same]) same += 1;
  const end = next.slice(0, same + 1);
  if (end < next) return end;
  return last.length === same ? last : last.slice(0, same + 1) + endOfAll;
}

/** Behind every letter of an encoded word. */
const endOfAll = '~';

/** The length that all pages are given; Pagefind divides scores by a fifth of it. */
export function meanLength(words: readonly number[]): number {
  return Math.max(1, Math.ceil(words.reduce((total, count) => total + count, 0) / Math.max(1, words.length)));
}

const signature = 'pagefind_dcd';

const unknownList = () => new Error('Pagefind wrote its list of pages in an unknown way, or in another order.');

interface Shortened {
  readonly frame: PageListFrame;
  /** Of all parts. */
  readonly digest: string;
  /** The last word of each part, or a shorter text that stands between it and the next. */
  readonly ends: readonly string[];
  readonly files: readonly string[];
}

interface Entry {
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

type List = readonly [
  version: string,
  pages: readonly (readonly [name: string, words: number, group: string])[],
  parts: readonly (readonly [first: string, last: string, name: string])[],
  ...others: readonly unknown[],
];
