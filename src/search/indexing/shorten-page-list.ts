import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { entryFile } from '../opening.ts';
import { encodePlace } from '../record.ts';
import { digest } from './digest.ts';

/**
 * Pagefind's list of pages gives each a name of its own and a length, and names each index part; nothing can be looked up before
 * it has been read, and the names, being digests, cannot be compressed. Here a page's name is its place, and all have the mean
 * length, since scores know no lengths: a fifth of the bytes. Parts are numbered behind one digest of them all: two thirds.
 * `words` are the words of each page in order. Returns the index parts' files.
 * Throws if the list is not the one that this was written for.
 */
export async function shortenPageList(outDir: string, words: readonly number[]): Promise<string[]> {
  if (words.length === 0) return [];
  const entryPath = join(outDir, entryFile);
  const entry = JSON.parse(await readFile(entryPath, 'utf8')) as Entry;
  const [language] = Object.values(entry.languages);
  const listFile = join(outDir, `pagefind.${language?.hash}.pf_meta`);
  const list = gunzipSync(await readFile(listFile));
  if (list.subarray(0, signature.length).toString() !== signature) throw unknownList();
  const [version, pages, parts, ...others] = decode(list.subarray(signature.length)) as List;
  if (pages.length !== words.length || pages.some(([, count], place) => count !== words[place])) throw unknownList();

  const mean = meanLength(words);
  const ofParts = digest(JSON.stringify(parts));
  const numbered = parts.map(([first, last], number): List[2][number] => [first, last, `${ofParts}.${number.toString(36)}`]);
  await Promise.all(parts.map(([, , file], number) => rename(join(outDir, fileOfPart(file)), join(outDir, fileOfPart(numbered[number]?.[2] ?? '')))));
  const shorter = encode([version, pages.map(([, , group], place) => [encodePlace(place), mean, group]), numbered, ...others]);
  const packed = gzipSync(Buffer.concat([Buffer.from(signature), shorter]), { level: 9, memLevel: 9 });
  const name = `${language?.hash.replace(/_.*/, '')}_${digest(packed)}`;
  await writeFile(listFile, packed);
  await rename(listFile, join(outDir, `pagefind.${name}.pf_meta`));
  await writeFile(entryPath, JSON.stringify({ ...entry, languages: Object.fromEntries(Object.entries(entry.languages).map(([code, language]) => [code, { ...language, hash: name }])) }));
  return numbered.map(([, , file]) => fileOfPart(file));
}

/** Where Pagefind looks for a part. */
function fileOfPart(name: string): string {
  return `index/${name}.pf_index`;
}

/** The length that all pages are given; Pagefind divides scores by a fifth of it. */
export function meanLength(words: readonly number[]): number {
  return Math.max(1, Math.ceil(words.reduce((total, count) => total + count, 0) / Math.max(1, words.length)));
}

const signature = 'pagefind_dcd';

const unknownList = () => new Error('Pagefind wrote its list of pages in an unknown way, or in another order.');

interface Entry {
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

type List = readonly [
  version: string,
  pages: readonly (readonly [name: string, words: number, group: string])[],
  parts: readonly (readonly [first: string, last: string, name: string])[],
  ...others: readonly unknown[],
];
