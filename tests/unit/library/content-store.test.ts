import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { QaTexts } from '../../../src/library/stored.ts';
import { readContentStore, openContentStore } from '../../../src/library/content-store.ts';

const texts = (word: string): QaTexts => ({
  body: { html: `<p>${word}</p>`, headings: [], sections: [] },
  answerTexts: [],
  source: word,
  answers: [`${word}😀`],
});
let folder = '';
const file = () => path.join(folder, 'below', 'texts.jsonl');

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'store-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('gives back each text from its place, also of letters that take several bytes', () => {
  const store = openContentStore(file());
  const words = ['庁舎の移転', '𠮷野家', '', 'ワクチン'.repeat(20_000)];
  const places = words.map((word) => store.put(texts(word)));
  expect(places.map((place) => readContentStore(file(), place))).toEqual(words.map(texts));
});

it('begins anew when everything is read anew', () => {
  openContentStore(file()).put(texts('前の内容'.repeat(100)));
  const place = openContentStore(file()).put(texts('今の内容'));
  expect(place.at).toBe(0);
  expect(readContentStore(file(), place).source).toBe('今の内容');
});

it('does not pass off another text when the file has been cut short', () => {
  const place = openContentStore(file()).put(texts('庁舎の移転'));
  writeFileSync(file(), '');
  expect(() => readContentStore(file(), place)).toThrow();
});
