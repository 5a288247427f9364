import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';
import { ordinary } from './ordinary.ts';
import { elements, findViolations } from './read-html.ts';

const html = (source: string) => {
  const compiled = compileMdx(source, { basePath: '/' });
  expect(compiled.problems).toEqual([]);
  return compiled.html;
};

describe('ordinary texts', () => {
  it.each(ordinary)('are rendered within the allow-list: %#', (source) => {
    expect(findViolations(html(source))).toEqual([]);
  });

  it('are valid HTML, several of them on one page', async () => {
    const texts = ordinary.map((source, index) => compileMdx(source, { basePath: '/', idPrefix: `a${index}-` }).html);
    const page = `<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8"><title>題</title></head><body><main><h1>題</h1>\n${texts.join('\n')}</main></body></html>\n`;
    const report = await new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'] }).validateString(page);
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('give the same page every time', () => {
    for (const source of ordinary) expect(html(source)).toBe(html(source));
  });
});

describe('Markdown', () => {
  it('renders CommonMark', () => {
    expect(html('*強* と **重**、`a < b`\\\n次')).toBe('<p><em>強</em> と <strong>重</strong>、<code>a &#x3C; b</code><br>\n次</p>');
    expect(html('> 引用\n\n---\n\n3. 三')).toContain('<ol start="3">');
  });

  it('renders strikethrough and bare addresses', () => {
    expect(html('~~旧~~ https://www.soumu.go.jp/')).toBe('<p><del>旧</del> <a href="https://www.soumu.go.jp/" rel="noopener noreferrer external">https://www.soumu.go.jp/</a></p>');
    expect(html('連絡は soumu@city.example へ')).toContain('<a href="mailto:soumu@city.example">');
  });

  it('puts a table into a frame that scrolls by keyboard and aligns by class', () => {
    const table = html('| 対象 | 数 |\n| :-- | --: |\n| 机 | 120 |');
    expect(elements(table, 'div')).toEqual([{ class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': '表' }]);
    expect(elements(table, 'th')).toEqual([
      { class: 'align-left', scope: 'col' },
      { class: 'align-right', scope: 'col' },
    ]);
    expect(table).not.toMatch(/style=|align="/);
  });

  it('does not call an empty corner a heading', () => {
    const table = html('| | 数 |\n| - | - |\n| 机 | 120 |');
    expect(elements(table, 'th')).toHaveLength(1);
    expect(elements(table, 'td')).toHaveLength(3);
  });

  it('draws task boxes instead of form fields, in tight and in loose lists', () => {
    const tight = html('- [ ] 鍵\n- [x] 名札\n- ただの項目');
    expect(elements(tight, 'input')).toEqual([]);
    expect(elements(tight, 'ul')).toEqual([{ class: 'task-list' }]);
    expect(elements(tight, 'li')).toEqual([{ class: 'task-item' }, { class: 'task-item' }, {}]);
    expect(tight.match(/済：/g)).toHaveLength(1);
    expect(html('- [ ] 鍵\n\n- [x] 名札')).toMatch(/<p><span class="task" aria-hidden="true"><\/span> 鍵<\/p>/);
  });

  it('joins Japanese lines without a space, and others with one', () => {
    expect(html('前の行は\n次の行へ。')).toBe('<p>前の行は次の行へ。</p>');
    expect(html('LAN\n切替')).toBe('<p>LAN\n切替</p>');
  });

  it('shows code as it is', () => {
    expect(html('```js\n<script>{a}</script>\n```')).toBe('<pre tabindex="0"><code>&#x3C;script>{a}&#x3C;/script>\n</code></pre>');
  });

  it('makes nothing of nothing', () => {
    expect(compileMdx('', { basePath: '/' })).toEqual({ html: '', headings: [], text: '', problems: [] });
  });
});
