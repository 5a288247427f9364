import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeToken, type Manifest } from '../../../../src/search/index-format.ts';
import { invert } from '../../../../src/search/indexing/invert.ts';
import { prepareIndex } from '../../../../src/search/indexing/prepare-index.ts';
import { writeIndex } from '../../../../src/search/indexing/write-index.ts';
import { openPagefind, type Pagefind } from '../../../../src/search/pagefind/pagefind.ts';
import type { Fetch } from '../../../../src/search/watch-downloads.ts';
import { answer, makeDocument } from '../memory-index.ts';

const subjects = ['庁舎の移転', '犬の登録', '予算の要求', '育児休業', '災害のごみ', 'ワクチンの接種', '住民票', '選挙'];
const documents = Array.from({ length: 24 }, (_, place) =>
  makeDocument({
    id: `q${String(place).padStart(2, '0')}`,
    question: `${subjects[place % subjects.length] ?? ''}について`,
    sections: answer(`${subjects[(place * 3) % subjects.length] ?? ''}のことは${place}番の窓口で。`),
  }),
);
const prepared = prepareIndex(documents, []);

let folder = '';
let manifest: Manifest;
const asked: string[] = [];
let isBroken = false;
const fetchFile: Fetch = async (address) => {
  asked.push(path.basename(String(address)));
  if (isBroken) throw new Error('offline');
  return new Response(await readFile(new URL(String(address))));
};
const open = (fetch = fetchFile): Promise<Pagefind> => openPagefind(`${pathToFileURL(folder).href}/`, manifest, fetch);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'open-pagefind-'));
  // No related questions, so that pages stand in the order in which they were prepared.
  manifest = await writeIndex(prepared, new Map(), folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('gives for every token of the index its pages, each with the score that the build has weighed', async () => {
  const { lookUp } = await open();
  const wanted = invert(prepared.terms);
  expect(new Set([...wanted.keys()].map((token) => sectionOf(encodeToken(token)))).size).toBe(manifest.sections.length);
  // Pagefind's weights are steps of 1/24.
  const step = (1 / 24) * Math.log(1 + documents.length / 0.5);
  for (const [token, { pages, scores }] of wanted) {
    const found = await lookUp(encodeToken(token));
    const byPage = new Map(found.pages.map((page, place) => [page, found.scores[place] ?? 0]));
    expect(
      [...byPage.keys()].toSorted((a, b) => a - b),
      token,
    ).toEqual([...pages]);
    for (const [place, page] of pages.entries())
      expect(Math.abs((byPage.get(page) ?? 0) - (scores[place] ?? 0)), token).toBeLessThan(step / manifest.scale);
  }
});

it('finds nothing under a token that only begins another, nor under one that no page has', async () => {
  const { lookUp } = await open();
  for (const token of ['庁', '図書館']) expect((await lookUp(encodeToken(token))).pages, token).toEqual([]);
  // Pagefind searches by prefix: without its closing letter a token would find all that go on from it.
  expect((await lookUp(encodeToken('庁').slice(0, -1))).pages).not.toEqual([]);
});

it('answers as before once a second index has been opened with the same script', async () => {
  const first = await open();
  const before = await first.lookUp(encodeToken('庁舎'));
  const second = await open();
  expect(await second.lookUp(encodeToken('選挙'))).not.toEqual(before);
  expect(await first.lookUp(encodeToken('庁舎'))).toEqual(before);
});

it('fetches a part once, and again if it could not be had', async () => {
  const { lookUp } = await open();
  isBroken = true;
  await expect(lookUp(encodeToken('庁舎'))).rejects.toThrow('offline');
  isBroken = false;
  asked.length = 0;
  const found = await Promise.all([lookUp(encodeToken('庁舎')), lookUp(encodeToken('庁舎'))]);
  expect(found.every(({ pages }) => pages.length > 0)).toBe(true);
  expect(asked).toHaveLength(1);
});

function sectionOf(token: string): number {
  return manifest.sections.filter((first) => first <= token).length;
}
