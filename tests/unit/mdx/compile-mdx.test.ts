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
    const report = await new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    }).validateString(page);
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('give the same page every time', () => {
    for (const source of ordinary) expect(html(source)).toBe(html(source));
  });
});

describe('Markdown', () => {
  it('renders CommonMark', () => {
    expect(html('*強* と **重**、`a < b`\\\n次')).toBe(
      '<p><em>強</em> と <strong>重</strong>、<code>a &#x3C; b</code><br>\n次</p>',
    );
    expect(html('> 引用\n\n---\n\n3. 三')).toContain('<ol start="3">');
  });

  it('renders strikethrough and bare addresses', () => {
    expect(html('~~旧~~ https://www.soumu.go.jp/')).toBe(
      '<p><del>旧</del> <a href="https://www.soumu.go.jp/" rel="noopener noreferrer external">https://www.soumu.go.jp/</a></p>',
    );
    expect(html('連絡は soumu@city.example へ')).toContain('<a href="mailto:soumu@city.example">');
  });

  it('puts a table into a frame that scrolls by keyboard and aligns by class', () => {
    const table = html('| 対象 | 数 |\n| :-- | --: |\n| 机 | 120 |');
    expect(elements(table, 'div')).toEqual([
      { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': '表' },
    ]);
    expect(elements(table, 'th')).toEqual([
      { class: 'align-left', scope: 'col' },
      { class: 'align-right', scope: 'col' },
      { class: 'align-left', scope: 'row' },
    ]);
    expect(elements(table, 'td')).toEqual([{ class: 'align-right', 'data-label': '数' }]);
    expect(table).not.toMatch(/style=|align="/);
  });

  it('does not call an empty corner a heading', () => {
    const table = html('| | 数 |\n| - | - |\n| 机 | 120 |');
    expect(elements(table, 'th')).toEqual([{ scope: 'col' }, { scope: 'row' }]);
    expect(elements(table, 'td')).toEqual([{}, { 'data-label': '数' }]);
  });

  it('heads each row by its first cell, unless that is empty or the only one', () => {
    const table = html(
      '| 時期 | 誰が | |\n| - | - | - |\n| **前日** | 全課 | 済 |\n| | 情報 | |\n\n| 一列 |\n| - |\n| 机 |',
    );
    expect(elements(table, 'th').filter(({ scope }) => scope === 'row')).toHaveLength(1);
    expect(elements(table, 'td')).toEqual([{}, { 'data-label': '誰が' }, {}, {}, { 'data-label': '誰が' }, {}, {}]);
  });

  it('names each table by the heading above it', () => {
    const names = (source: string) => elements(html(source), 'div').map((frame) => frame['aria-label']);
    const table = '| a |\n| - |\n| b |\n\n';
    expect(
      names(
        `${table}## 逆算[^1]\n\n${table}${table}### ｜会場《かいじょう》の図\n\n- ${table.replaceAll('\n', '\n  ')}\n[^1]: 注`,
      ),
    ).toEqual(['表', '逆算の表', '逆算の表2', '会場の図の表']);
  });

  it('draws task boxes instead of form fields, in tight and in loose lists', () => {
    const tight = html('- [ ] 鍵\n- [x] 名札\n- ただの項目');
    expect(elements(tight, 'input')).toEqual([]);
    expect(elements(tight, 'ul')).toEqual([{ class: 'task-list' }]);
    expect(elements(tight, 'li')).toEqual([{ class: 'task-item' }, { class: 'task-item' }, {}]);
    expect(tight.match(/済：/g)).toHaveLength(1);
    expect(html('- [ ] 鍵\n\n- [x] 名札')).toMatch(/<p><span class="task" aria-hidden="true"><\/span> 鍵<\/p>/);
  });

  it('shows a line end as a break, in every kind of block and beside marks', () => {
    expect(html('前の行は\n次の行へ。')).toBe('<p>前の行は<br>\n次の行へ。</p>');
    expect(html('LAN\r\n切替')).toBe('<p>LAN<br>\n切替</p>');
    expect(html('・鍵\n・名札\n①受付')).toBe('<p>・鍵<br>\n・名札<br>\n①受付</p>');
    expect(html('- 一行目\n  二行目')).toBe('<ul>\n<li>一行目<br>\n二行目</li>\n</ul>');
    expect(html('> **記**\n> 一　日時\\\n> 二　場所')).toBe(
      '<blockquote>\n<p><strong>記</strong><br>\n一　日時<br>\n二　場所</p>\n</blockquote>',
    );
    expect(html('**件名\n続き**と｜岐阜《ぎふ》\n県')).toBe(
      '<p><strong>件名<br>\n続き</strong>と<ruby>岐阜<rp>（</rp><rt>ぎふ</rt><rp>）</rp></ruby><br>\n県</p>',
    );
  });

  it('ends a list, a quotation and a note with the first line that does not continue it', () => {
    expect(html('- 鍵\n- 名札\n当日は早めに来てください。')).toBe(
      '<ul>\n<li>鍵</li>\n<li>名札</li>\n</ul>\n<p>当日は早めに来てください。</p>',
    );
    expect(html('1. 申請\n2. 審査\n以上です。\n3. 通知')).toBe(
      '<ol>\n<li>申請</li>\n<li>審査</li>\n</ol>\n<p>以上です。<br>\n3. 通知</p>',
    );
    expect(html('- 親\n  - 子\n外')).toBe('<ul>\n<li>親\n<ul>\n<li>子</li>\n</ul>\n</li>\n</ul>\n<p>外</p>');
    expect(html('- 親\n  - 子\n  親の続き')).toContain('</ul>\n親の続き</li>');
    expect(html('> 前のメール\n返事です。')).toBe('<blockquote>\n<p>前のメール</p>\n</blockquote>\n<p>返事です。</p>');
    expect(html('> - 中\n> 引用の文\n外の文')).toBe(
      '<blockquote>\n<ul>\n<li>中</li>\n</ul>\n<p>引用の文</p>\n</blockquote>\n<p>外の文</p>',
    );
    expect(html('文[^1]\n\n[^1]: 注\n本文の続き')).toMatch(/<p>本文の続き<\/p>\n<section class="footnotes">/);
    expect(html('- 鍵\n\n  同じ項目の段落\n\n外')).toContain('<p>同じ項目の段落</p>\n</li>\n</ul>\n<p>外</p>');
  });

  it('takes no sentence below a table for a row', () => {
    const [table, rest] = html('| 机 |\n| - |\n| 120 |\n数は**見込み**。\n以上').split('</div>\n');
    expect(elements(table ?? '', 'tr')).toHaveLength(2);
    expect(rest).toBe('<p>数は<strong>見込み</strong>。<br>\n以上</p>');
    expect(elements(html('| 机 | 椅子 |\n| - | - |\n| 1 | 2\n3 | 4'), 'tr')).toHaveLength(3);
  });

  it('makes no heading of a line above dashes', () => {
    expect(html('お知らせ\n総務課\n-----\n本文')).toBe('<p>お知らせ<br>\n総務課</p>\n<hr>\n<p>本文</p>');
    expect(html('題\n====')).toBe('<p>題<br>\n====</p>');
  });

  it.each([
    ['**「転入」**の', '<strong>「転入」</strong>の'],
    ['これは**重要。**次へ', 'これは<strong>重要。</strong>次へ'],
    ['**30日（約1か月）**を', '<strong>30日（約1か月）</strong>を'],
    ['**【至急】**窓口と**『様式』**は', '<strong>【至急】</strong>窓口と<strong>『様式』</strong>は'],
    ['先に**（注）**、後で**10％**です', '先に<strong>（注）</strong>、後で<strong>10％</strong>です'],
    ['**受付！**ABC', '<strong>受付！</strong>ABC'],
    ['*「斜体」*は***「両方」***は', '<em>「斜体」</em>は<em><strong>「両方」</strong></em>は'],
    ['~~「旧様式」~~は~~廃止。~~新様式', '<del>「旧様式」</del>は<del>廃止。</del>新様式'],
  ])('knows where marks beside Japanese begin and end: %s', (source, inner) =>
    expect(html(source)).toBe(`<p>${inner}</p>`),
  );

  it.each([
    '8:30~17:15、10~12時',
    '5~6月~7月',
    '~約~',
    '| 時間 |\n| - |\n| 9:00~10:00、11:00~12:00 |',
    '10~12時 https://example.jp/a~b/ 13~15時',
  ])('takes one tilde for a character: %s', (source) => expect(html(source)).not.toContain('<del>'));

  it('shows code as it is', () => {
    expect(html('```js\n<script>{a}</script>\n```')).toBe(
      '<pre tabindex="0"><code>&#x3C;script>{a}&#x3C;/script>\n</code></pre>',
    );
  });

  it('makes nothing of nothing', () => {
    expect(compileMdx('', { basePath: '/' })).toEqual({ html: '', headings: [], text: '', problems: [] });
  });
});
