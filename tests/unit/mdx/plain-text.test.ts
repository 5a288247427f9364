import { expect, it } from 'vitest';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';

const text = (source: string) => compileMdx(source, { basePath: '/' }).text;

it('has one block a line, in the order of the page', () => {
  expect(text('## 見出し\n\n段落の\n続き\n\n1. 一\n   - 二\n2. 三\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |')).toBe(
    '見出し\n段落の\n続き\n一\n二\n三\n甲 乙\n1 2',
  );
});

it('has what could identify a person: readings, descriptions, captions, titles, code, notes', () => {
  const source =
    '｜山田《やまだ》[^1]\n\n![写真の説明](/images/a.png)\n\n<Figure src="/images/b.png" alt="図の説明" caption="図の題" />\n\n<Note title="題">\n\n`符号`\n\n</Note>\n\n<Quote source="元">\n\n引\n\n</Quote>\n\n[^1]: 注の文';
  expect(text(source)).toBe('山田（やまだ）\n写真の説明\n図の説明\n図の題\n題\n符号\n引\n出典：元\n注の文');
});

it('leaves out marks that only the page needs', () => {
  expect(text('- [x] 済んだ\n- [ ] まだ[^1]\n\n[^1]: 注')).toBe('済んだ\nまだ\n注');
});
