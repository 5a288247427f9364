import { describe, expect, it } from 'vitest';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';

const problems = (source: string) => compileMdx(source, { basePath: '/' }).problems;
const quoted = (source: string) =>
  problems(source).map(({ code, offset, endOffset }) => [code, source.slice(offset, endOffset)]);

describe('problems', () => {
  it('are all found at once, in the order of the text', () => {
    const source =
      '費用は<5万円、期間は<3日。\n\n<br>\n\n[a](javascript:x) と {b}\n\n<Note onclick="x">\n\n文\n\n</Note>';
    expect(quoted(source)).toEqual([
      ['bare-less-than', '<5'],
      ['bare-less-than', '<3'],
      ['tag', '<br>'],
      ['link-scheme', '[a](javascript:x)'],
      ['expression', '{b}'],
      ['event-attribute', 'onclick="x"'],
    ]);
  });

  it('stand where the fault is, in lines and columns too', () => {
    expect(problems('一行目\n\n二行目 {x}')).toMatchObject([
      { line: 3, column: 5, endLine: 3, endColumn: 8, offset: 9, endOffset: 12 },
    ]);
    expect(problems('一\r\n\r\n二 <5')).toMatchObject([{ line: 3, column: 3 }]);
    expect(problems('- 一\n\n  <Note>\n\n  二')).toMatchObject([{ code: 'unclosed-tag', line: 3, column: 3 }]);
  });

  it('find the mark that was left open, not the end of the text', () => {
    expect(quoted('一 {二\n\n三 `{`\n\n四')).toEqual([['bare-brace', '{']]);
    expect(problems('一\n\n<Note title="二>\n\n三\n\n</Note>\n\n四')).toMatchObject([
      { code: 'broken-tag', line: 3, column: 1 },
    ]);
    expect(problems('<Note>\n\n一\n\n<Caution>\n\n二\n\n</Note>')).toMatchObject([
      { code: 'unclosed-tag', line: 5, column: 1 },
    ]);
  });

  it('tell how to write a sign that was meant as one', () => {
    expect(problems('5<6')[0]?.message).toContain('「＜」');
    expect(problems('5<6')[0]?.message).toContain('「\\<」');
    expect(problems('集合{1, 2}')[0]?.message).toContain('「｛｝」');
    for (const source of ['5＜6', '5\\<6', '5 < 6', '5&lt;6', '｛1｝', '\\{1}', '1 > 0', 'a }'])
      expect(problems(source)).toEqual([]);
  });

  it('tell how to write an address in angle brackets', () => {
    for (const source of ['<https://www.soumu.go.jp/>', '<soumu@city.example>'])
      expect(problems(source)).toMatchObject([{ code: 'address-in-angles' }]);
  });

  it('are few even when everything is wrong', () => {
    expect(problems('[a](javascript:x)\n\n'.repeat(200))).toHaveLength(50);
  });

  it('leave no half of a page', () => {
    expect(compileMdx('## 見出し\n\n文 {x}', { basePath: '/' })).toMatchObject({ html: '', headings: [], text: '' });
  });
});
