import { describe, expect, it } from 'vitest';
import { convertHtml } from '../../../cms/paste/html-to-markdown.ts';
import { convertTabs } from '../../../cms/paste/tabs-to-table.ts';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';

const cases: [name: string, html: string, markdown: string][] = [
  ['paragraphs', '<p>一</p><p>二<br>三</p>', '一\n\n二\\\n三'],
  ['headings from the second level on', '<h1>大</h1><h3>小</h3>', '## 大\n\n### 小'],
  ['nested lists', '<ul><li>い<ul><li>ろ</li></ul></li><li>は</li></ul>', '- い\n  - ろ\n- は'],
  ['a list beside its item', '<ol><li>一</li><ol><li>二</li></ol></ol>', '1. 一\n   1. 二'],
  ['marks, without spaces inside', '<p><b> 太 </b>と<i>斜</i>と<s>消</s></p>', '**太**と*斜*と~~消~~'],
  ['links that may stand', '<p><a href="https://example.jp/a">名</a><a href="javascript:x()">悪</a></p>', '[名](https://example.jp/a)悪'],
  ['signs that would be code', '<p>{x} と 3 < 5 と *</p>', '\\{x} と 3 \\< 5 と \\*'],
  ['Word’s lists', "<!--StartFragment--><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>1.<span>&nbsp; </span></span><![endif]>最初<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span>2.&nbsp;</span>次</p><!--EndFragment-->", '1. 最初\n2. 次'],
  ['Excel’s range', '<table><!--StartFragment--><col><tr><td>項目</td><td>数</td></tr><tr><td>机</td><td>1|0</td></tr><!--EndFragment--></table>', '| 項目 | 数    |\n| -- | ---- |\n| 机  | 1\\|0 |'],
  ['the frame of Google Docs', '<b style="font-weight:normal"><p><span style="font-weight:700">強い</span>文</p></b>', '**強い**文'],
  ['nothing that runs or shows', '<style>p{}</style><script>x</script><p>文<img src=x onerror=y></p><iframe></iframe>', '文'],
  ['a chat’s lines', '<div>一行目</div><div>二行目</div>', '一行目\n\n二行目'],
];

it.each(cases)('turns %s into Markdown', (_name, html, markdown) => expect(convertHtml(html)).toBe(markdown));

it.each(cases)('makes what the site can show of %s', (_name, html) => {
  expect(compileMdx(convertHtml(html), { basePath: '/' }).problems).toEqual([]);
});

describe('cells between tabs', () => {
  it('become a table', () => expect(convertTabs('a\tb\r\n1\t2\r\n')).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |'));
  it('may hold line ends, quotes and bars', () => expect(convertTabs('a\t"x\ny ""z"""\n{1}\t2|3')).toBe('| a | x y "z" |\n| --- | --- |\n| \\{1} | 2\\|3 |'));
  it('are no table where there is one column or rows differ', () => {
    expect(convertTabs('一行\n二行')).toBeUndefined();
    expect(convertTabs('\t字下げした文\n次の行')).toBeUndefined();
  });
});

describe('what no page of a person holds', () => {
  const words = '文'.repeat(50);
  it.each([
    ['open tags', `${'<b>'.repeat(100_000)}${words}`],
    ['tags with attributes before paragraphs', Array.from({ length: 5_000 }, (_, index) => `<b a=${index}>`).join('') + '<p>'.repeat(5_000)],
    ['deep blocks', `${'<div>'.repeat(3_000)}${words}`],
    ['millions of characters', 'あ'.repeat(5_000_000)],
  ])('is left to the plain text of the clipboard: %s', (_name, html) => expect(convertHtml(html)).toBe(''));

  it.each([
    ['marks of conditional comments', '<!['.repeat(170_000)],
    ['open comments', '<!--'.repeat(120_000)],
    ['starts of a fragment', '<!--StartFragment-->'.repeat(25_000)],
    ['breaks', '<br>'.repeat(19_000)],
    ['a cell over a million columns', '<table><tr><td colspan=1000000>一<td>二</table>'],
  ])('takes no longer than a second: %s', (_name, html) => {
    const before = process.cpuUsage();
    convertHtml(html);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });

  it('and quotes without end, tabs without end', () => {
    const before = process.cpuUsage();
    for (const piece of ['"', '"\t', 'a', '""a\t', '\n', ' \n']) convertTabs(piece.repeat(400_000 / piece.length));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(2_000);
  });
});
