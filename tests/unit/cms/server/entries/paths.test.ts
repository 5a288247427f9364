import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkEntryPath,
  checkFolder,
  checkSlug,
  entryPath,
  isEditablePath,
} from '../../../../../cms/server/entries/paths.ts';

const media = 'public/images';

describe('isEditablePath', () => {
  it.each([
    'content/qa/gifu/abcd2345.mdx',
    'content/groups/gifu.yaml',
    'public/images/plan.png',
    'public/images/2026/plan-2.webp',
  ])('knows %s', (path) => {
    expect(isEditablePath(path, media)).toBe(true);
  });

  it.each([
    'content/pages/about.mdx',
    'content/pages/new.mdx',
    'content/qa/gifu/abcd2345.yaml',
    'content/privacy-exceptions.yaml',
    'content/qa/../x.mdx',
    'content/qa/a..b.mdx',
    'content/qa/gifu/con.mdx',
    'public/images/x.svg',
    'public/images/x.svg.png',
    'public/images/x.php/a.png',
    'public/images/x.PNG',
    'public/x.png',
    'Content/qa/x.mdx',
    'content/qa/が.mdx',
    'content/qa/.x.mdx',
  ])('does not know %s', (path) => {
    expect(isEditablePath(path, media)).toBe(false);
  });

  it('knows every entry that is there but the pages, which are code', () => {
    const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).map(
      (name) => `content/${name.replaceAll('\\', '/')}`,
    );
    const entries = files.filter(
      (name) =>
        /\.(mdx|yaml)$/.test(name) && name !== 'content/privacy-exceptions.yaml' && !name.startsWith('content/pages/'),
    );
    expect(entries.filter((name) => !isEditablePath(name, media))).toEqual([]);
    expect(entries.length).toBeGreaterThan(100);
  });
});

it('keeps an entry in its own collection', () => {
  expect(() => checkEntryPath('content/qa/gifu/abcd2345.mdx', 'qa', media)).not.toThrow();
  expect(() => checkEntryPath('content/pages/about.mdx', 'qa', media)).toThrow(/記事と画像だけ/);
});

it('lists collections and images, and no folder above them', () => {
  for (const folder of ['content/qa', 'content/qa/gifu', 'public/images'])
    expect(checkFolder(folder, media)).toBe(folder);
  for (const folder of ['content', 'public', '.', 'content/qax', 'src'])
    expect(() => checkFolder(folder, media)).toThrow();
});

it('turns a slug into a path, and refuses one that could be a path of its own', () => {
  expect(entryPath('qa', checkSlug('gifu/abcd2345'))).toBe('content/qa/gifu/abcd2345.mdx');
  for (const slug of ['', '../x', 'a/../b', 'A', 'a.lock', 'a/', 'a b', 'a/b/c/d/e'])
    expect(() => checkSlug(slug)).toThrow();
});
