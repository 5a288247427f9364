import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { splitFiles } from '../../../src/search/bundle.ts';
import { cutParts, encodePart } from '../../../src/search/indexing/index-parts.ts';
import { clusterDocuments } from '../../../src/search/indexing/cluster-documents.ts';
import { pickAliases } from '../../../src/search/indexing/pick-aliases.ts';
import { prepareIndex } from '../../../src/search/indexing/prepare-index.ts';
import { prepareScript } from '../../../src/search/indexing/prepare-script.ts';
import { endBefore } from '../../../src/search/indexing/write-index-parts.ts';
import { writeBundles } from '../../../src/search/indexing/write-prefetch-bundles.ts';
import { writeIndex } from '../../../src/search/indexing/write-index.ts';
import { packEnds, unpackEnds } from '../../../src/search/part-ends.ts';
import { makePageList, nameOf, placeOf } from '../../../src/search/pagefind/page-list.ts';
import {
  indexPart,
  numberedFile,
  type Ahead,
  type DisplayDocument,
  type Facets,
  type Manifest,
} from '../../../src/search/index-format.ts';
import type { VocabularyBase, VocabularyPart } from '../../../src/search/vocabulary.ts';
import { answer, makeDocument } from './memory-index.ts';

const days = ['2024-03-01', '2021-01-01', '2025-12-31', '2023-06-15'];
/** Long enough for two in a pack. */
const filler = '庁舎の話。'.repeat(170);
const documents = days.map((date, place) =>
  makeDocument({
    id: `q${place}`,
    date,
    question: `庁舎の移転${place}について`,
    aliases: ['ひみつの言い換え'],
    sections: answer(`業者は半年前に決めます。${filler}`),
    filters: { year: [date.slice(0, 4)] },
  }),
);
/** The nearest of the oldest (q1) is the newest (q2). */
const related = new Map([
  ['q1', ['q2']],
  ['q2', ['q1']],
]);
type PartWord = [name: string, pages: [distance: number, places: number[], ...others: unknown[]][], ...rest: unknown[]];

let folder = '';
let manifest: Manifest;
const read = async <T>(file: string, from = folder) => JSON.parse(await readFile(path.join(from, file), 'utf8')) as T;

/** Pagefind's list as the browser makes it: pages with their words, and parts. */
function readList(): [string, [string, number, string][], [string, string, string][]] {
  const { opening, documents, others } = manifest;
  return opening ? (decode(makePageList(opening.frame, documents + others)) as never) : ['', [], []];
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'write-index-'));
  manifest = await writeIndex(
    prepareIndex(documents, [
      {
        synonyms: [
          { words: ['引越し', '移転'], strength: 'same' },
          { words: ['犬'], to: ['畜犬'], strength: 'near' },
        ],
      },
    ]),
    related,
    folder,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('puts pages into packs, near ones together', async () => {
  expect(manifest.packSize).toBe(2);
  const packs = await Promise.all(
    [0, 1].map((number) => read<DisplayDocument[]>(numberedFile(manifest.packs, number))),
  );
  expect(packs.map((pack) => pack.map(({ id }) => id))).toEqual([
    ['q1', 'q2'],
    ['q3', 'q0'],
  ]);
  expect(await readdir(path.join(folder, manifest.packs))).toHaveLength(2);
});

it('has Pagefind name pages by their places, all of one length', () => {
  const [, pages, parts] = readList();
  expect(parts).toEqual([]);
  expect(pages.map(([name]) => placeOf(name))).toEqual([0, 1, 2, 3]);
  expect(new Set(pages.map(([, words]) => words)).size).toBe(1);
  for (const place of [0, 35, 36, 1_295, 46_655, 46_656, 2_000_000]) expect(placeOf(nameOf(place))).toBe(place);
});

it('numbers index parts behind a digest of all, so that a list of them is short and no old part passes for a new one', async () => {
  expect(manifest.opening?.parts).toMatch(/^[0-9a-f]{10}$/);
  const ends = unpackEnds(await read<string>(manifest.opening?.ends ?? ''));
  const names = ends.map((_, number) => indexPart(manifest.opening?.parts ?? '', number));
  const parts = path.dirname(names[0] ?? '');
  expect((await readdir(path.join(folder, parts))).map((file) => `${parts}/${file}`).toSorted()).toEqual(
    names.toSorted(),
  );
});

it('ends each index part where few letters tell it from the next', () => {
  const words = ['00az', '00bz', '00b1z', '01z', '0z', '0zz', 'a', 'az', 'b1z', 'b1zz'].toSorted();
  for (const [place, last] of words.entries()) {
    const next = words[place + 1];
    const end = endBefore(last, next);
    expect(end >= last && (next === undefined || end < next), `${last} ${end} ${next}`).toBe(true);
    expect(end.length).toBeLessThanOrEqual(last.length + 1);
  }
  expect(endBefore('0aqxyz', '0b0xyz')).toBe('0b');
});

it('makes the list of pages as Pagefind reads it, whatever its size', () => {
  const frame = (...others: unknown[]) => {
    const empty = Buffer.from(encode(['1.6.0', [], [], ...others]));
    return { before: empty.subarray(0, 7).toString('base64'), after: empty.subarray(8).toString('base64') };
  };
  for (const [count, length] of [
    [1, 5],
    [23, 23],
    [24, 24],
    [255, 255],
    [300, 256],
    [70_000, 70_000],
  ] as const) {
    const pages = Array.from({ length: count }, (_, place) => [nameOf(place), length, '']);
    expect(decode(makePageList({ ...frame([['kind', 'f1']], { a: 1 }), length }, count))).toEqual([
      '1.6.0',
      pages,
      [],
      [['kind', 'f1']],
      { a: 1 },
    ]);
  }
});

it('gives the ends of parts back as they were', () => {
  const ends = ['0', '0ab', '0abz', '0ac', '1', 'x'.repeat(40), `${'x'.repeat(40)}y`, '~'];
  expect(unpackEnds(packEnds(ends))).toEqual(ends);
  expect(unpackEnds(packEnds([]))).toEqual([]);
});

it('takes no script of Pagefind but the one it was written for', async () => {
  await expect(prepareScript('const pagefind_version="1.7.0";')).rejects.toThrow('unknown way');
});

it('writes a part as Pagefind does, word by word', async () => {
  const { index } = await pagefind.createIndex({ forceLanguage: 'unknown' });
  for (const [page, content] of ['aaz bbz', 'bbz', 'aaz ccz'].entries())
    await index?.addCustomRecord({ url: String(page), content, language: 'unknown' });
  const files = (await index?.getFiles())?.files ?? [];
  await pagefind.close();
  const part = files.find((file) => file.path.startsWith('index/'));
  const theirs = decode(gunzipSync(part?.content ?? '').subarray('pagefind_dcd'.length)) as [PartWord[]];
  const ours = encodePart(
    {
      names: ['aaz', 'bbz', 'ccz'],
      starts: Uint32Array.of(0, 2, 4, 5),
      pages: Uint32Array.of(0, 2, 0, 1, 2),
      steps: Uint8Array.of(25, 25, 25, 25, 25),
    },
    0,
    3,
  );
  expect(ours.subarray(0, 12).toString()).toBe('pagefind_dcd');
  const asWritten = ([name, pages, ...rest]: PartWord): PartWord => [
    name,
    pages.map(([distance, , ...others]) => [distance, [-26, 0], ...others]),
    ...rest,
  ];
  expect(decode(ours.subarray(12))).toEqual([theirs[0].map(asWritten)]);
});

it('cuts parts where another word would be too much, and leaves none out', () => {
  const starts = Uint32Array.of(0, 3, 4, 14, 15, 16);
  expect(cutParts({ starts }, 4)).toEqual([2, 3, 5]);
  expect(cutParts({ starts: Uint32Array.of(0) }, 4)).toEqual([]);
});

it('tells the order of dates and what pages can be filtered by, in the order of the index', async () => {
  expect(await read<number[]>(manifest.dates)).toEqual([0, 3, 1, 2]);
  const facets = await read<Facets>(manifest.facets);
  expect(facets.pages['year']?.map(([place = -1]) => facets.values['year']?.[place])).toEqual([
    '2021',
    '2025',
    '2023',
    '2024',
  ]);
});

it('names the folder of packs anew when anything in one changes', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'write-index-'));
  const changed = await writeIndex(
    prepareIndex(
      documents.map((document) => (document.id === 'q2' ? { ...document, meta: { status: 'outdated' } } : document)),
      [],
    ),
    related,
    other,
  );
  const same = await writeIndex(prepareIndex(documents, []), related, other);
  await rm(other, { recursive: true, force: true });
  expect(changed.packs).not.toBe(manifest.packs);
  expect(same.packs).toBe(manifest.packs);
});

it('puts every page into one pack', () => {
  for (const size of [1, 3, 7]) expect(clusterDocuments(documents, related, size).toSorted()).toEqual([0, 1, 2, 3]);
  expect(clusterDocuments([], new Map(), 4)).toEqual([]);
  expect(clusterDocuments(documents, new Map([['q0', ['gone', 'q0', 'q3']]]), 2)).toEqual([0, 3, 1, 2]);
});

it('keeps for results the aliases that say more than question and summary', () => {
  const page = {
    question: '庁舎の引越しの業者は',
    summary: '入札で決めます。',
    aliases: ['引っ越し 業者', '運送屋 いつ', '業者 入札'],
  };
  expect(pickAliases(page)).toEqual(['運送屋 いつ']);
});

it('leaves out words that lead to no page', async () => {
  const base = await read<VocabularyBase>(manifest.vocabulary);
  const parts = await Promise.all(
    base.parts.map((_, number) => read<VocabularyPart>(numberedFile(base.folder, number))),
  );
  const leadsFrom = (word: string) =>
    parts
      .flatMap((part) => part.synonyms)
      .filter(([, words]) => words.includes(word))
      .flatMap(([, , to]) => to ?? []);
  expect(leadsFrom('引越し')).toEqual(['移転']);
  expect(leadsFrom('犬')).toEqual([]);
  expect(JSON.stringify(parts)).not.toContain('畜犬');
});

it('bundles all files of a small index to be read ahead, with the whole vocabulary', async () => {
  const ahead = await read<Ahead>(manifest.ahead);
  const base = await read<VocabularyBase>(manifest.vocabulary);
  expect(Object.keys(ahead.vocabulary)).toEqual([
    ...base.parts.map((_, number) => numberedFile(base.folder, number)),
    base.loans,
  ]);
  const bundled = (
    await Promise.all(
      ahead.bundles.map(async (bundle) =>
        splitFiles(new Uint8Array(gunzipSync(await readFile(path.join(folder, bundle))))),
      ),
    )
  ).flat();
  const files = await readdir(folder, { recursive: true });
  expect(bundled.map(({ name }) => name)).toEqual(
    expect.arrayContaining(files.filter((file) => /^(?:index|documents|words-pair)\.\w+\/./.test(file))),
  );
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
  const changed = await writeIndex(
    prepareIndex(
      documents.map((document) => ({ ...document, question: `${document.question}。` })),
      [],
    ),
    related,
    other,
  );
  await rm(other, { recursive: true, force: true });
  expect(changed.version).not.toBe(manifest.version);
});
