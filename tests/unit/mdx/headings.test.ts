import { expect, it } from 'vitest';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';
import { splitSections } from '../../../src/mdx/sections.ts';

const source = `前書き。

## 準備[^1]

一

## 準備

### ｜庁舎《ちょうしゃ》 & LAN！

- 二
- 三

## ！？

[^1]: 注
`;

it('gives headings anchors that are stable, readable and different', () => {
  const { headings, html } = compileMdx(source, { basePath: '/' });
  expect(headings.map(({ depth, id, text }) => [depth, id, text])).toEqual([
    [2, 'h-準備', '準備'],
    [2, 'h-準備-2', '準備'],
    [3, 'h-庁舎-lan', '庁舎 & LAN！'],
    [2, 'h-section', '！？'],
  ]);
  for (const { id } of headings) expect(html).toContain(`id="${id}"`);
});

it('keeps several texts of a page apart', () => {
  const { headings, html } = compileMdx(source, { basePath: '/', idPrefix: 'a1-', headingOffset: 1 });
  expect(headings[0]).toMatchObject({ depth: 3, id: 'a1-h-準備' });
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
  expect(ids.length).toBeGreaterThan(6);
  expect(ids.every((id) => id?.startsWith('a1-'))).toBe(true);
  expect(html).toContain('href="#a1-fn-1"');
  expect(html).toContain('aria-describedby="a1-footnotes"');
});

it('never makes a second page title nor a level that HTML lacks', () => {
  const levels = (markdown: string, headingOffset: number) =>
    compileMdx(markdown, { basePath: '/', headingOffset }).headings.map(({ depth }) => depth);
  expect(levels('# 一\n\n## 二\n\n###### 六', 0)).toEqual([2, 2, 6]);
  expect(levels('# 一\n\n## 二\n\n###### 六', 2)).toEqual([3, 4, 6]);
});

it('does not let a suffix collide with a heading of that name', () => {
  expect(compileMdx('## a-2\n\n## a\n\n## a', { basePath: '/' }).headings.map(({ id }) => id)).toEqual([
    'h-a-2',
    'h-a',
    'h-a-3',
  ]);
});

it('refuses a heading without words', () => {
  expect(compileMdx('## \n\n文', { basePath: '/' }).problems).toMatchObject([
    { code: 'empty-heading', line: 1, column: 1 },
  ]);
});

it('cuts the words into sections for the search index', () => {
  expect(splitSections(compileMdx(source, { basePath: '/' }))).toEqual([
    { anchor: '', heading: '', text: '前書き。' },
    { anchor: 'h-準備', heading: '準備', text: '一' },
    { anchor: 'h-準備-2', heading: '準備', text: '' },
    { anchor: 'h-庁舎-lan', heading: '庁舎 & LAN！', text: '二\n三' },
    { anchor: 'h-section', heading: '！？', text: '注' },
  ]);
  expect(splitSections(compileMdx('見出しなし', { basePath: '/' }))).toEqual([
    { anchor: '', heading: '', text: '見出しなし' },
  ]);
  expect(splitSections(compileMdx('', { basePath: '/' }))).toEqual([]);
});
