import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { splitFiles } from '../../../src/search/bundle.ts';
import { arrangePages } from '../../../src/search/indexing/arrange-pages.ts';
import { pickAliases } from '../../../src/search/indexing/pick-aliases.ts';
import { prepareIndex } from '../../../src/search/indexing/prepare-index.ts';
import { prepareScript } from '../../../src/search/indexing/prepare-script.ts';
import { shortenPageList } from '../../../src/search/indexing/shorten-page-list.ts';
import { writeBundles } from '../../../src/search/indexing/write-ahead.ts';
import { writeIndex } from '../../../src/search/indexing/write-index.ts';
import { decodePlace, encodePlace, numberedFile, type Ahead, type DisplayDocument, type Facets, type Manifest } from '../../../src/search/record.ts';
import type { VocabularyBase, VocabularyPart } from '../../../src/search/vocabulary.ts';
import { answer, makeDocument } from './memory-index.ts';

const days = ['2024-03-01', '2021-01-01', '2025-12-31', '2023-06-15'];
/** Long enough for two in a pack. */
const filler = '庁舎の話。'.repeat(350);
const documents = days.map((date, place) =>
  makeDocument({ id: `q${place}`, date, question: `庁舎の移転${place}について`, aliases: ['ひみつの言い換え'], sections: answer(`業者は半年前に決めます。${filler}`), filters: { year: [date.slice(0, 4)] } }),
);
/** The nearest of the oldest (q1) is the newest (q2). */
const related = new Map([['q1', ['q2']], ['q2', ['q1']]]);
let folder = '';
let manifest: Manifest;
const read = async <T>(file: string, from = folder) => JSON.parse(await readFile(path.join(from, file), 'utf8')) as T;

/** Pagefind's list: pages with their words, and parts. */
async function readList(from = folder): Promise<[string, [string, number, string][], [string, string, string][]]> {
  const file = (await readdir(from)).find((name) => name.endsWith('.pf_meta')) ?? '';
  expect(JSON.parse(await readFile(path.join(from, 'pagefind-entry.json'), 'utf8'))).toHaveProperty('languages.unknown.hash', file.split('.')[1]);
  return decode(gunzipSync(await readFile(path.join(from, file))).subarray('pagefind_dcd'.length)) as never;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'write-index-'));
  manifest = await writeIndex(prepareIndex(documents, [{ synonyms: [{ words: ['引越し', '移転'], strength: 'same' }, { words: ['犬'], to: ['畜犬'], strength: 'near' }] }]), related, folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('puts pages into packs, near ones together', async () => {
  expect(manifest.packSize).toBe(2);
  const marks = await read<string[]>(manifest.packs);
  const packs = await Promise.all(marks.map((mark, number) => read<DisplayDocument[]>(numberedFile('documents', number, mark))));
  expect(packs.map((pack) => pack.map(({ id }) => id))).toEqual([['q1', 'q2'], ['q3', 'q0']]);
  expect(await readdir(path.join(folder, 'documents'))).toHaveLength(2);
});

it('has Pagefind name pages by their places, all of one length', async () => {
  const [, pages] = await readList();
  expect(pages.map(([name]) => decodePlace(name))).toEqual([0, 1, 2, 3]);
  expect(new Set(pages.map(([, words]) => words)).size).toBe(1);
  for (const place of [0, 35, 36, 1_295, 46_655, 46_656, 2_000_000]) expect(decodePlace(encodePlace(place))).toBe(place);
});

it('numbers index parts behind a digest of all, so that a list of them is short and no old part passes for a new one', async () => {
  const [, , parts] = await readList();
  const names = parts.map(([, , name]) => name);
  const [first = ''] = names;
  const prefix = first.slice(0, first.indexOf('.'));
  expect(prefix).toMatch(/^[0-9a-f]{10}$/);
  expect(names).toEqual(names.map((_, number) => `${prefix}.${number.toString(36)}`));
  expect((await readdir(path.join(folder, 'index'))).toSorted()).toEqual(names.map((name) => `${name}.pf_index`).toSorted());
});

it('takes no list of pages but the one it was written for', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'write-index-'));
  await cp(folder, other, { recursive: true });
  await expect(shortenPageList(other, [1, 2, 3])).rejects.toThrow('another order');
  await expect(shortenPageList(other, [1, 2, 3, 4])).rejects.toThrow('another order');
  await expect(prepareScript(path.join(other, 'pagefind.js'))).rejects.toThrow('unknown way');
  await rm(other, { recursive: true, force: true });
});

it('tells the order of dates and what pages can be filtered by, in the order of the index', async () => {
  expect(await read<number[]>(manifest.dates)).toEqual([0, 3, 1, 2]);
  const facets = await read<Facets>(manifest.facets);
  expect(facets.pages['year']?.map(([place = -1]) => facets.values['year']?.[place])).toEqual(['2021', '2025', '2023', '2024']);
});

it('names a pack anew when anything in it changes, and no other', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'write-index-'));
  const changed = await writeIndex(prepareIndex(documents.map((document) => (document.id === 'q2' ? { ...document, meta: { status: 'outdated' } } : document)), []), related, other);
  const [before, after] = [await read<string[]>(manifest.packs), await read<string[]>(changed.packs, other)];
  await rm(other, { recursive: true, force: true });
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).toBe(before[1]);
});

it('puts every page into one pack', () => {
  for (const size of [1, 3, 7]) expect(arrangePages(documents, related, size).toSorted()).toEqual([0, 1, 2, 3]);
  expect(arrangePages([], new Map(), 4)).toEqual([]);
  expect(arrangePages(documents, new Map([['q0', ['gone', 'q0', 'q3']]]), 2)).toEqual([0, 3, 1, 2]);
});

it('keeps for results the aliases that say more than question and summary', () => {
  const page = { question: '庁舎の引越しの業者は', summary: '入札で決めます。', aliases: ['引っ越し 業者', '運送屋 いつ', '業者 入札'] };
  expect(pickAliases(page)).toEqual(['運送屋 いつ']);
});

it('leaves out words that lead to no page', async () => {
  const base = await read<VocabularyBase>(manifest.vocabulary);
  const parts = await Promise.all(base.parts.map(([, mark], number) => read<VocabularyPart>(numberedFile('words', number, mark))));
  const leadsFrom = (word: string) => parts.flatMap((part) => part.synonyms).filter(([, words]) => words.includes(word)).flatMap(([, , to]) => to ?? []);
  expect(leadsFrom('引越し')).toEqual(['移転']);
  expect(leadsFrom('犬')).toEqual([]);
  expect(JSON.stringify(parts)).not.toContain('畜犬');
});

it('bundles all files of a small index to be read ahead, with the whole vocabulary', async () => {
  const ahead = await read<Ahead>(manifest.ahead);
  const base = await read<VocabularyBase>(manifest.vocabulary);
  expect(Object.keys(ahead.vocabulary)).toEqual([...base.parts.map(([, mark], number) => numberedFile('words', number, mark)), base.loans]);
  const bundled = (await Promise.all(ahead.bundles.map(async (bundle) => splitFiles(new Uint8Array(gunzipSync(await readFile(path.join(folder, bundle)))))))).flat();
  const files = await readdir(folder, { recursive: true });
  expect(bundled.map(({ name }) => name)).toEqual(expect.arrayContaining(files.filter((file) => /^(?:index|documents)\/./.test(file))));
  for (const { name, bytes } of bundled) {
    const content = await readFile(path.join(folder, name));
    expect(Buffer.compare(bytes, name.endsWith('.json') ? content : gunzipSync(content)), name).toBe(0);
  }
});

it('bundles nothing of an index that is too large to be held', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'write-index-'));
  const noise = Array.from({ length: 4 }, (_, place) => `${place}.bin`);
  for (const file of noise) await writeFile(path.join(other, file), gzipSync(randomBytes(600_000)));
  expect(await writeBundles(other, noise.slice(0, 3))).toHaveLength(2);
  expect(await writeBundles(other, noise)).toEqual([]);
  expect((await readdir(other)).filter((file) => file.endsWith('.bundle'))).toHaveLength(2);
  await rm(other, { recursive: true, force: true });
});

it('makes an index of nothing', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'write-index-'));
  const empty = await writeIndex(prepareIndex([], []), new Map(), other);
  expect(empty.documents).toBe(0);
  await rm(other, { recursive: true, force: true });
});

it('carries no user interface of Pagefind', async () => {
  const files = await readdir(folder);
  expect(files.filter((file) => /ui|highlight|worker/.test(file))).toEqual([]);
  expect(files).not.toContain('fragment');
});

it('changes its version with its content', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'write-index-'));
  const changed = await writeIndex(prepareIndex(documents.map((document) => ({ ...document, question: `${document.question}。` })), []), related, other);
  await rm(other, { recursive: true, force: true });
  expect(changed.version).not.toBe(manifest.version);
});
