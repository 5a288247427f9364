import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';
import { ordinary } from './ordinary.ts';

const others = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).freeze();
const shownElsewhere = (source: string) => others.processSync(source).toString();
const shownHere = (source: string) => compileMdx(source, { basePath: '/' }).html;
const writeCommonMark = (source: string) => compileMdx(source, { basePath: '/' }).commonMark ?? source;
/** Loose lists and spaces beside marks are the same words in the same blocks. */
const plain = (html: string) => html.replace(/<\/?p>|<\/?div[^>]*>| scope="col"/g, '').replace(/\s+/g, '');

describe('Markdown that leaves us', () => {
  it.each([
    '受付は\n二階です。\n窓口へ。',
    '・鍵\n・名札',
    '- 鍵\n- 名札\n当日は早めに。',
    '> 前の文\n返事です。\n続き',
    '> - 中\n> 文\n外',
    '- 親\n  - 子\n  親の続き\n外',
    '| 机 |\n| - |\n| 1 |\n以上\n次',
    '題\n-----\n文\n====\n次',
    '9:00~12:00、13:00~17:00',
    '**「転入」**の手続と**30日（約1か月）**を、先に**（注）**と**終わり。**次',
    '~~「旧」~~は',
  ])('shows elsewhere what it shows here: %j', (source) => {
    expect(plain(shownElsewhere(source))).not.toBe(plain(shownHere(source)));
    expect(plain(shownElsewhere(writeCommonMark(source)))).toBe(plain(shownHere(source)));
  });

  it('is left alone where both agree', () => {
    for (const source of [
      '段落。\n\n- 一\n- 二\n\n**太字**の文',
      '## 見出し\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |',
      '```\na\nb~c~d\n```',
    ])
      expect(writeCommonMark(source)).toBe(source);
    // What was written with the other way for a break has it already.
    expect(writeCommonMark('最後の行\\\n二行目')).toBe('最後の行\\\n二行目');
    for (const source of ordinary) expect(writeCommonMark(source)).toBe(source);
  });

  it('is left alone where it cannot be read', () => expect(writeCommonMark('a\nb<script>')).toBe('a\nb<script>'));
});
