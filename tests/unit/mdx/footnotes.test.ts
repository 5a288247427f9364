import { expect, it } from 'vitest';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';

const compile = (source: string) => compileMdx(source, { basePath: '/' });
const codes = (source: string) => compile(source).problems.map(({ code }) => code);

it('numbers notes in the order of reading and leads back, in Japanese', () => {
  const { html } = compile('一[^乙]、二[^甲]、三[^乙]。\n\n[^甲]: 甲の注\n\n[^乙]: 乙の注');
  expect(html).toContain(
    '一<sup><a href="#fn-1" id="fnref-1" class="footnote-ref" aria-describedby="footnotes">1</a></sup>',
  );
  expect(html).toContain('<p class="footnotes-label" id="footnotes">脚注</p>');
  expect(html).toMatch(
    /<li id="fn-1">\n<p>乙の注 <a href="#fnref-1" class="footnote-back" aria-label="本文に戻る（脚注1）">/,
  );
  expect(html).toContain('href="#fnref-1-2" class="footnote-back" aria-label="本文に戻る（脚注1の2か所目）"');
});

it.each([
  ['本文\n\n[^1]: 注', 'footnote-unused'],
  ['本文[^1]', 'footnote-missing'],
  ['本文[^1]\n\n[^1]: 注\n\n[^1]: 別の注', 'footnote-repeated'],
  ['本文[^1][^2]\n\n[^1]: 注[^2]\n\n[^2]: 注', 'footnote-nested'],
  ['[名前[^1]](/q/)\n\n[^1]: 注', 'nested-link'],
])('refuses %j: %s', (source, code) => {
  expect(codes(source)).toContain(code);
});

it('takes brackets in code for code', () => {
  expect(codes('`[^1]`')).toEqual([]);
});
