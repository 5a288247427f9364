import { describe, expect, it } from 'vitest';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';
import { components } from '../../../src/mdx/components.ts';
import { fieldText } from '../../../src/schema/field.ts';

const compile = (source: string) => compileMdx(source, { basePath: '/kenjinkai/' });
const codes = (source: string) => compile(source).problems.map(({ code }) => code);

describe('components', () => {
  it('renders a note with its own title or the usual one', () => {
    expect(compile('<Note title="先に">\n\n*本文*\n\n</Note>').html).toBe(
      '<div class="note" role="note"><p class="note-title">先に</p>\n<p><em>本文</em></p>\n</div>',
    );
    expect(compile('<Caution>\n本文\n</Caution>').html).toContain('<p class="caution-title">注意</p>');
  });

  it('takes a component on one line for a block', () => {
    expect(compile('<Note>一行</Note>').html).toBe(compile('<Note>\n一行\n</Note>').html);
    expect(compile('前\n\n- 項目\n\n  <Note><Caution>中</Caution></Note>').problems).toEqual([]);
  });

  it('renders steps, checklists, quotes and figures', () => {
    expect(compile('<Steps>\n1. 一\n2. 二\n</Steps>').html).toMatch(/^<div class="steps">\n<ol>/);
    expect(compile('<Checklist title="前日">\n- 鍵\n</Checklist>').html).toMatch(
      /^<div class="checklist"><p class="checklist-title">前日<\/p>\n<ul>/,
    );
    expect(compile('<Quote source="手引き">\n\n文\n\n</Quote>').html).toBe(
      '<figure class="quote"><blockquote>\n<p>文</p>\n</blockquote><figcaption>出典：手引き</figcaption></figure>',
    );
    expect(compile('<Figure src="/images/a.png" alt="図" caption="説明" width="640" height="480" />').html).toBe(
      '<figure class="figure"><img src="/kenjinkai/images/a.png" alt="図" width="640" height="480" loading="lazy" decoding="async"><figcaption>説明</figcaption></figure>',
    );
  });

  it('resolves references in attribute values once', () => {
    expect(compile('<Note title="A&amp;B &amp;lt;">\n\n文\n\n</Note>').html).toContain('>A&#x26;B &#x26;lt;<');
  });

  it.each([
    ['<Quote>\n\n文\n\n</Quote>', 'missing-attribute'],
    ['<Figure src="/images/a.png" alt="" />', 'bad-attribute'],
    ['<Figure src="/images/a.txt" alt="図" />', 'bad-attribute'],
    ['<Figure src="/images/a.png" alt="図">\n\n文\n\n</Figure>', 'filled-component'],
    ['<Note></Note>', 'empty-component'],
    ['<Note>\n\n</Note>', 'empty-component'],
    ['<Steps>\n- 一\n</Steps>', 'steps-content'],
    ['<Steps>\n1. 一\n\n文\n</Steps>', 'steps-content'],
    ['<Checklist>\n1. 一\n</Checklist>', 'checklist-content'],
    ['<Steps title="手順">\n1. 一\n</Steps>', 'unknown-attribute'],
    ['文 <Note>中</Note>', 'inline-component'],
    ['<Note>\n文</Note>', 'unclosed-tag'],
  ])('refuses %j', (source, code) => {
    expect(codes(source)).toEqual([code]);
  });

  it('says of a refused attribute only that, not that it is missing', () => {
    expect(codes('<Quote source={x}>\n\n文\n\n</Quote>')).toEqual(['attribute-expression']);
  });

  it('has words for editors, and an error sentence for every attribute', () => {
    for (const { label, hint, snippet, attributes } of Object.values(components)) {
      expect([label, hint, snippet].every((words) => words.length > 0)).toBe(true);
      for (const field of Object.values(attributes.shape))
        expect(fieldText(field)?.error).toMatch(/してください。$|書いてください。$/);
    }
  });

  it('offers snippets that compile, once the picture is chosen', () => {
    for (const { snippet } of Object.values(components)) {
      expect(codes(snippet.replace('src="/images/" alt=""', 'src="/images/a.png" alt="図"'))).toEqual([]);
    }
  });
});
