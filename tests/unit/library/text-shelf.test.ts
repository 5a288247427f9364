import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { QaTexts } from '../../../src/library/stored.ts';
import { readShelf, writeShelf } from '../../../src/library/text-shelf.ts';

const texts = (word: string): QaTexts => ({ body: { html: `<p>${word}</p>`, headings: [], sections: [] }, answerTexts: [], source: word, answers: [`${word}😀`] });
let folder = '';
const file = () => path.join(folder, 'below', 'texts.jsonl');

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'shelf-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('gives back each text from its place, also of letters that take several bytes', () => {
  const shelf = writeShelf(file());
  const words = ['庁舎の移転', '𠮷野家', '', 'ワクチン'.repeat(20_000)];
  const places = words.map((word) => shelf.put(texts(word)));
  expect(places.map((place) => readShelf(file(), place))).toEqual(words.map(texts));
});

it('begins anew when everything is read anew', () => {
  writeShelf(file()).put(texts('前の内容'.repeat(100)));
  const place = writeShelf(file()).put(texts('今の内容'));
  expect(place.at).toBe(0);
  expect(readShelf(file(), place).source).toBe('今の内容');
});

it('does not pass off another text when the file has been cut short', () => {
  const place = writeShelf(file()).put(texts('庁舎の移転'));
  writeFileSync(file(), '');
  expect(() => readShelf(file(), place)).toThrow();
});
