import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeFiles } from '../../../src/integrations/file-writer.ts';

const root = mkdtempSync(path.join(tmpdir(), 'file-writer-'));
afterAll(() => rmSync(root, { recursive: true }));
const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['a few in this thread', 3],
  ['many in another', 1_200],
])('writes %s, into folders that are not there yet', async (name, count) => {
  const file = (number: number): string => path.join(root, name, String(number % 7), `${number}.html`);
  const numbers = Array.from({ length: count }, (_, number) => number);
  await writeFiles(count, async (write) => {
    for (const number of numbers) await write(file(number), bytes(`ページ${number}`));
  });
  expect(numbers.filter((number) => readFileSync(file(number), 'utf8') !== `ページ${number}`)).toEqual([]);
});

it.each([3, 1_200])('gives a file a new name where the old one is that of another site, of %i files', async (count) => {
  const folder = path.join(root, `linked-${count}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'old.html'), '前');
  linkSync(path.join(folder, 'old.html'), path.join(folder, 'new.html'));
  await writeFiles(count, (write) => write(path.join(folder, 'new.html'), bytes('後')));
  expect(['old.html', 'new.html'].map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual(['前', '後']);
});

it.each([3, 1_200])('names the file that could not be written, of %i', async (count) => {
  writeFileSync(path.join(root, 'taken'), '');
  const file = path.join(root, 'taken', 'page.html');
  await expect(writeFiles(count, (write) => write(file, bytes('')))).rejects.toThrow(file);
});

it('ends with what went wrong elsewhere', async () => {
  const fail = writeFiles(1_200, () => Promise.reject(new Error('ページを作れませんでした。')));
  await expect(fail).rejects.toThrow('ページを作れませんでした。');
});
