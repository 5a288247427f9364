import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  createContentStore,
  readRelated,
  readStoredSite,
  createTextReader,
  type ContentStore,
} from '../../../src/library/content-store.ts';
import type { QaTexts, StoredSite } from '../../../src/library/stored.ts';

const texts = (word: string): QaTexts => ({
  body: { html: `<p>${word}</p>`, headings: [], sections: [] },
  answerTexts: [],
  source: word,
  answers: [`${word}😀`],
});
const siteOn = (day: string): StoredSite => ({
  day,
  qa: [],
  groups: [],
  topics: [],
  events: [],
  pride: [],
  vocabulary: [],
});
let parent = '';
let folder = '';
let store: ContentStore;

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'store-'));
  folder = path.join(parent, 'below', 'store');
  store = createContentStore(folder);
});
afterEach(() => {
  store.close();
  rmSync(parent, { recursive: true });
});

it('gives back each text from its place, also of letters that take several bytes', () => {
  const words = ['庁舎の移転', '𠮷野家', '', 'ワクチン'.repeat(20_000)];
  const ranges = words.map((word) => store.putTexts(texts(word)));
  expect(ranges.map(createTextReader(folder))).toEqual(words.map(texts));
});

it('begins anew when it is created again', () => {
  store.putTexts(texts('前の内容'.repeat(100)));
  store.close();
  store = createContentStore(folder);
  const range = store.putTexts(texts('今の内容'));
  expect(range.at).toBe(0);
  expect(createTextReader(folder)(range).source).toBe('今の内容');
});

it('does not pass off another text when the file has been cut short', () => {
  const range = store.putTexts(texts('庁舎の移転'));
  truncateSync(path.join(folder, 'texts.jsonl'));
  expect(() => createTextReader(folder)(range)).toThrow();
});

it('shows each writing of the facts, and the same object until the next one', () => {
  store.writeSite(siteOn('2026-11-27'));
  const first = readStoredSite(folder);
  expect(readStoredSite(folder)).toBe(first);
  store.writeSite(siteOn('2026-11-28'));
  expect([first.day, readStoredSite(folder).day]).toEqual(['2026-11-27', '2026-11-28']);
});

it('shows each writing of what is related', () => {
  store.writeRelated({ a: ['b'] });
  expect(readRelated(folder)).toEqual({ a: ['b'] });
  store.writeRelated({ a: ['c'] });
  expect(readRelated(folder)).toEqual({ a: ['c'] });
});
