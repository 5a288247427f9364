import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBuildSettings } from '../../../src/integrations/build-settings.ts';

test('who runs the site is empty until it is set', () => {
  expect(readBuildSettings({}).operation).toEqual({ operator: '', contact: '', cityHall: '' });
  const set = { OPERATOR: ' 見本の会 ', CONTACT: 'toiawase@example.jp', CITY_HALL_URL: 'https://example.jp/' };
  expect(readBuildSettings(set).operation).toEqual({
    operator: '見本の会',
    contact: 'toiawase@example.jp',
    cityHall: 'https://example.jp/',
  });
  expect(readBuildSettings({ CONTACT: 'https://example.jp/form' }).operation.contact).toBe('https://example.jp/form');
});

test.each([
  { CONTACT: '電話してください' },
  { CONTACT: 'javascript:alert(1)' },
  { CITY_HALL_URL: 'example.jp' },
  { CITY_HALL_URL: 'javascript:alert(1)' },
])('refuses %o by the name of the setting', (environment) => {
  expect(() => readBuildSettings(environment)).toThrow(Object.keys(environment)[0]);
});

describe('folders', () => {
  const beside = `${process.cwd()}-out`;
  const content = path.join(tmpdir(), 'elsewhere');
  test.each([
    ['the project', { OUT_DIR: '.' }],
    ['a folder above the project', { OUT_DIR: '..' }],
    ['the root of the disk', { OUT_DIR: path.parse(process.cwd()).root }],
    ['a folder of the project', { OUT_DIR: 'src' }],
    ['a folder in one of the project', { OUT_DIR: 'public/site' }],
    ['a folder of packages', { OUT_DIR: 'node_modules/site' }],
    ['the content', { OUT_DIR: 'content' }],
    ["Git's folder", { OUT_DIR: '.git/site' }],
    ['the caches', { OUT_DIR: '.cache' }],
    ['a folder above the cache', { OUT_DIR: 'out', CACHE_DIR: 'out/cache' }],
    ['a place that begins like the project', { OUT_DIR: beside }],
    ['a place in one that begins like the project', { OUT_DIR: path.join(beside, 'site') }],
    ['the root of other content', { OUT_DIR: content, CONTENT_ROOT: content }],
    ['a folder above other content', { OUT_DIR: tmpdir(), CONTENT_ROOT: content }],
    ['other content', { OUT_DIR: path.join(content, 'content/qa'), CONTENT_ROOT: content }],
  ])('the site is not built into %s', (_, environment) => {
    expect(() => readBuildSettings(environment)).toThrow(/^OUT_DIR の「.*」には組み立てられません。[^。]*。$/);
  });

  test.each([
    ['the project', { CACHE_DIR: '.' }],
    ['the content', { CACHE_DIR: 'content/cache' }],
    ['what is published', { CACHE_DIR: 'public/cache' }],
    ['packages', { CACHE_DIR: 'node_modules' }],
    ['the site', { CACHE_DIR: 'dist/cache' }],
    ['the root of other content', { CACHE_DIR: content, CONTENT_ROOT: content }],
  ])('the cache does not lie in %s', (_, environment) => {
    expect(() => readBuildSettings(environment)).toThrow(/^(?:CACHE|OUT)_DIR の「/);
  });

  test.each([
    {},
    { AUDIENCE: 'members' },
    { OUT_DIR: '.cache/start/a', CACHE_DIR: '.cache/astro' },
    { OUT_DIR: '../site' },
    { OUT_DIR: path.join(tmpdir(), 'site') },
    { OUT_DIR: 'srcs' },
    { OUT_DIR: '..dist' },
    { OUT_DIR: path.join(content, '.site'), CONTENT_ROOT: content, CACHE_DIR: path.join(content, '.cache') },
    { CACHE_DIR: path.join(tmpdir(), 'cache') },
  ])('%o is as good as the defaults', (environment) => {
    expect(() => readBuildSettings(environment)).not.toThrow();
  });

  test('a link to the project is the project', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'folders-'));
    try {
      symlinkSync(process.cwd(), path.join(folder, 'link'));
      expect(() => readBuildSettings({ OUT_DIR: path.join(folder, 'link') })).toThrow('OUT_DIR');
      expect(() => readBuildSettings({ OUT_DIR: path.join(folder, 'link/content/new/deep') })).toThrow('OUT_DIR');
      expect(() => readBuildSettings({ OUT_DIR: path.join(folder, 'new/deep') })).not.toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
