import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cutIndexCaches, sizeOf } from '../../../src/builder/caches.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'caches-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('adds up files at any depth, and takes a folder that is not there for an empty one', async () => {
  mkdirSync(path.join(folder, 'one', 'deep'), { recursive: true });
  writeFileSync(path.join(folder, 'one', 'a'), '12345');
  writeFileSync(path.join(folder, 'one', 'deep', 'b'), '控え');
  expect(await sizeOf([path.join(folder, 'one'), path.join(folder, 'nothing')])).toBe(5 + 6);
  expect(await sizeOf([])).toBe(0);
});

it('takes away indexes that no build has used for a month, and what killed builds left a day ago', async () => {
  const day = 24 * 60 * 60 * 1_000;
  const now = Date.now();
  /** A folder with one file, both as old. */
  const put = (name: string, days: number): void => {
    const time = new Date(now - days * day);
    mkdirSync(path.join(folder, name), { recursive: true });
    writeFileSync(path.join(folder, name, 'file'), '');
    utimesSync(path.join(folder, name, 'file'), time, time);
    utimesSync(path.join(folder, name), time, time);
  };
  put('search-index-11111111-state', 29);
  put('search-index-22222222-state', 31);
  put('search-index-22222222', 2);
  put('search-index-33333333', 0.5);
  put('search-index-44444444-state/next-index.ab.part', 2);
  put('search-index-44444444-state/next-index.cd.part', 0.1);
  put('search-index-44444444-state/documents', 20);
  put('cards', 100);
  await cutIndexCaches(folder, now);
  const left = (name: string): boolean => existsSync(path.join(folder, name));
  expect(left('search-index-11111111-state')).toBe(true);
  expect(left('search-index-22222222-state')).toBe(false);
  expect(left('search-index-22222222')).toBe(false);
  expect(left('search-index-33333333')).toBe(true);
  expect(left('search-index-44444444-state/next-index.ab.part')).toBe(false);
  expect(left('search-index-44444444-state/next-index.cd.part')).toBe(true);
  expect(left('search-index-44444444-state/documents')).toBe(true);
  expect(left('cards')).toBe(true);
  await cutIndexCaches(path.join(folder, 'nothing'));
});
