import { expect, it } from 'vitest';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';

const html = (source: string) => compileMdx(source, { basePath: '/' }).html;
const ruby = '<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>';

it('marks readings in text, headings, tables and components', () => {
  expect(html('前｜漢字《かんじ》後')).toBe(`<p>前${ruby}後</p>`);
  expect(html('｜漢字《かんじ》')).toBe(`<p>${ruby}</p>`);
  expect(html('｜漢字《かんじ》｜漢字《かんじ》')).toBe(`<p>${ruby}${ruby}</p>`);
  expect(html('## ｜漢字《かんじ》')).toBe(`<h2 id="h-漢字">${ruby}</h2>`);
  expect(html('| ｜漢字《かんじ》 |\n| - |')).toContain(`<th scope="col">${ruby}</th>`);
  expect(html('**｜漢字《かんじ》**')).toBe(`<p><strong>${ruby}</strong></p>`);
});

it('leaves what is not a reading alone', () => {
  for (const text of ['《かんじ》', '｜漢字', '｜《かんじ》', '｜漢字《》', '漢字《かんじ》', '|漢字《かんじ》'])
    expect(html(text)).toBe(`<p>${text}</p>`);
  expect(html('`｜漢字《かんじ》`')).toBe('<p><code>｜漢字《かんじ》</code></p>');
});
