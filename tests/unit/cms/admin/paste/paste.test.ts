import { describe, expect, it } from 'vitest';
import { convertHtml, countPictures } from '../../../../../cms/admin/paste/html-to-markdown.ts';
import { convertTabs } from '../../../../../cms/admin/paste/tabs-to-table.ts';
import { compileMdx } from '../../../../../src/mdx/compile-mdx.ts';
import { expectCost } from '../../../../cost.ts';

/** A page of an office letter. */
const ordinary =
  '<p>庁舎の<b>引越し</b>は、三か月前に<a href="https://example.jp/a">仕分け</a>から始めます。<br>次に鍵です。</p><ul><li>古い書類</li></ul>'.repeat(
    600,
  );

const cases: [name: string, html: string, markdown: string][] = [
  ['paragraphs', '<p>一</p><p>二<br>三</p>', '一\n\n二\\\n三'],
  ['headings from the second level on', '<h1>大</h1><h3>小</h3>', '## 大\n\n### 小'],
  ['nested lists', '<ul><li>い<ul><li>ろ</li></ul></li><li>は</li></ul>', '- い\n  - ろ\n- は'],
  ['a list beside its item', '<ol><li>一</li><ol><li>二</li></ol></ol>', '1. 一\n   1. 二'],
  ['marks, without spaces inside', '<p><b> 太 </b>と<i>斜</i>と<s>消</s></p>', '**太**と*斜*と~~消~~'],
  [
    'links that may stand',
    '<p><a href="https://example.jp/a">名</a><a href="javascript:x()">悪</a></p>',
    '[名](https://example.jp/a)悪',
  ],
  ['signs that would be code', '<p>{x} と 3 < 5 と *</p>', '\\{x} と 3 \\< 5 と \\*'],
  [
    'Word’s lists',
    "<!--StartFragment--><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>1.<span>&nbsp; </span></span><![endif]>最初<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span>2.&nbsp;</span>次</p><!--EndFragment-->",
    '1. 最初\n2. 次',
  ],
  [
    'Excel’s range',
    '<table><!--StartFragment--><col><tr><td>項目</td><td>数</td></tr><tr><td>机</td><td>1|0</td></tr><!--EndFragment--></table>',
    '| 項目 | 数    |\n| -- | ---- |\n| 机  | 1\\|0 |',
  ],
  [
    'the frame of Google Docs',
    '<b style="font-weight:normal"><p><span style="font-weight:700">強い</span>文</p></b>',
    '**強い**文',
  ],
  [
    'nothing that runs or shows',
    '<style>p{}</style><script>x</script><p>文<img src=x onerror=y></p><iframe></iframe>',
    '文',
  ],
  [
    'a cell of several blocks',
    '<table><tr><td><p>12</p><p>34</p></td><td>い<div>ろ</div>は<br>に</td></tr><tr><td>5</td><td>6</td></tr></table>',
    '| 12 34 | い ろ は に |\n| ----- | ------- |\n| 5     | 6       |',
  ],
  [
    'raised and lowered signs',
    '<p>10<sup>−3</sup>m<sup>2</sup>、CO<sub>2</sub>、2<sup>n/2</sup>、注<sup>※1</sup>、a<span style="vertical-align:super">12</span></p>',
    '10⁻³m²、CO₂、2^(n/2)、注※1、a¹²',
  ],
  [
    'readings',
    '<p><ruby>飛騨<rp>(</rp><rt>ひだ</rt><rp>)</rp></ruby>市の<ruby><rb>古</rb><rt>ふる</rt><rb>川</rb><rt>かわ</rt></ruby>町</p>',
    '｜飛騨《ひだ》市の｜古《ふる》｜川《かわ》町',
  ],
  ['a reading that cannot be written', '<p><ruby>《印》<rt>しるし</rt></ruby></p>', '《印》（しるし）'],
  [
    'Word’s nested lists',
    word(1, '1.', '申請') +
      word(2, '(1)', '窓口') +
      word(2, '(2)', '郵送') +
      word(3, 'l', '封筒', 'Wingdings') +
      word(1, '2.', '審査'),
    '1. 申請\n   1. 窓口\n   2. 郵送\n      - 封筒\n2. 審査',
  ],
  [
    'Word’s bullets, which are letters of a font of signs',
    word(1, 'l', '鍵', 'Wingdings') + word(2, 'Ø', '合鍵', 'Wingdings') + word(1, 'l', '名札', 'Wingdings'),
    '- 鍵\n  - 合鍵\n- 名札',
  ],
  [
    'Word’s list that goes on behind a paragraph',
    `${word(1, '1.', '一')}<p>間の文</p>${word(1, '2.', '二')}`,
    '1. 一\n\n間の文\n\n2. 二',
  ],
  [
    'levels as Word for the web tells them',
    '<ul><li data-aria-level="1">甲</li></ul><ul><li data-aria-level="2">乙</li></ul><ul><li data-aria-level="1">丙</li></ul>',
    '- 甲\n  - 乙\n- 丙',
  ],
  ['numbers that begin later', '<ol start="4"><li>四</li><li>五</li></ol>', '4. 四\n5. 五'],
  ['signs that were typed in a list', '<ul><li>・鍵</li><li>● 名札</li></ul>', '- 鍵\n- 名札'],
  [
    'paragraphs and lines written as items',
    '<p>持ち物</p><p>・鍵<br>・名札</p><p>・印鑑</p><p>以上</p>',
    '持ち物\n\n- 鍵\n- 名札\n- 印鑑\n\n以上',
  ],
  [
    'numbered paragraphs',
    '<p>１．目的</p><p>（１）対象</p><p>（２）方法</p><p>２．日時</p>',
    '1. 目的\n   1. 対象\n   2. 方法\n2. 日時',
  ],
  [
    'a sentence with numbers or blanks in front',
    '<p>①と②を選ぶ</p><p>○月○日に</p><p>・・・</p>',
    '①と②を選ぶ\n\n○月○日に\n\n・・・',
  ],
  [
    'bold words beside marks, without references',
    '<p><b>「転入」</b>の<b>期限。</b>次<s>「旧」</s>は<b>(a)</b>b</p>',
    '**「転入」**の**期限。**次~~「旧」~~は**(a)** b',
  ],
  ['bold words in pieces', '<p><b>引</b><b>越</b><b><span style="font-weight:bold">し</span></b></p>', '**引越し**'],
  ['tildes and mail addresses as they are', '<p>8:30~17:15 soumu@city.example</p>', '8:30~17:15 soumu@city.example'],
  [
    'an address before Japanese',
    '<p>詳細はhttps://example.jp/a_b?c=1。次</p>',
    '詳細は[https://example.jp/a_b?c=1](https://example.jp/a_b?c=1)。次',
  ],
  ['letters that are pictures', '<p>了解<img alt="😀" src="x"></p>', '了解😀'],
  [
    'cells that cover rows below',
    '<table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>乙</td><td>3</td></tr></table>',
    '| 甲 | 1 |\n| - | - |\n|   | 2 |\n| 乙 | 3 |',
  ],
  [
    'cells that cover rows and columns',
    '<table><tr><td>区</td><td rowspan="2" colspan="2">計</td></tr><tr><td>北</td></tr><tr><td>南</td><td>1</td><td>2</td></tr></table>',
    '| 区 | 計 |   |\n| - | - | - |\n| 北 |   |   |\n| 南 | 1 | 2 |',
  ],
  [
    'a cell over more rows than there are',
    '<table><tr><td rowspan=9>甲</td><td rowspan=0>1</td></tr><tr><td>2</td></tr></table>',
    '| 甲 | 1 |   |\n| - | - | - |\n|   |   | 2 |',
  ],
  [
    'items that somebody wrote with signs of Markdown',
    '<div>持ち物</div><div>- 鍵</div><div>- 名札</div>',
    '持ち物\n\n- 鍵\n- 名札',
  ],
  ['numbers that somebody wrote', '<p>1. 申請<br>2. 審査</p><p>以上</p>', '1. 申請\n2. 審査\n\n以上'],
  [
    'signs of Markdown in a list',
    '<ul><li>- 鍵</li><li>* 名札</li></ul><ol><li>1. 申請</li><li>2) 審査</li></ol>',
    '- 鍵\n- 名札\n\n1. 申請\n2. 審査',
  ],
  ['no empty items', '<ul><li></li><li>鍵</li><li>&nbsp;</li></ul>', '- 鍵'],
  [
    'tasks of a list',
    '<ul><li><input type="checkbox" checked> 鍵</li><li><label><input type=checkbox>名札</label></li></ul>',
    '- [x] 鍵\n- [ ] 名札',
  ],
  ['a heading that opens', '<details><summary>持ち物</summary>鍵</details>', '持ち物\n\n鍵'],
  [
    'readings one behind another',
    '<p><ruby><rb>岐</rb><rb>阜</rb><rtc><rt>ぎ</rt><rt>ふ</rt></rtc></ruby>県の<ruby><rb>飛</rb><rb>騨</rb><rt>ひ</rt><rt>だ</rt></ruby></p>',
    '｜岐阜《ぎふ》県の｜飛騨《ひだ》',
  ],
  ['references that the page itself shows', '<p>&amp;#x306F;&amp;#12394;と&amp;amp;と&amp;lt;</p>', 'はなと&と\\<'],
  [
    'an address in angles',
    '<p>詳細は&lt;https://example.jp/a&gt;を</p>',
    '詳細は[https://example.jp/a](https://example.jp/a)を',
  ],
  ['a chat’s lines', '<div>一行目</div><div>二行目</div>', '一行目\n\n二行目'],
];

/** A list's paragraph as Word writes it. */
function word(level: number, sign: string, text: string, font = 'Times New Roman'): string {
  return `<p class=MsoListParagraph style='text-indent:-21.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-US style='font-family:${font};mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;
}

it.each(cases)('turns %s into Markdown', (_name, html, markdown) => expect(convertHtml(html)).toBe(markdown));

it.each(cases)('makes what the site can show of %s', (_name, html) => {
  expect(compileMdx(convertHtml(html), { basePath: '/' }).problems).toEqual([]);
});

it('counts the pictures that do not come along', () => {
  expect(
    countPictures('<p>文<img src="file:///C:/a.png" width=300></p><p><img src="data:image/png;base64,AAAA"></p>'),
  ).toBe(2);
  expect(
    countPictures('<p>文<img src="https://example.jp/count.gif" width="1" height="1"><img alt="🎉" src="x"></p>'),
  ).toBe(0);
});

describe('cells between tabs', () => {
  it('become a table', () => expect(convertTabs('a\tb\r\n1\t2\r\n')).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |'));
  it('may hold line ends, quotes and bars', () =>
    expect(convertTabs('a\t"x\ny ""z"""\n{1}\t2|3')).toBe('| a | x y "z" |\n| --- | --- |\n| \\{1} | 2\\|3 |'));
  it('end before the empty lines below them', () => {
    expect(convertTabs('a\tb\r\n1\t2\r\n\r\n')).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
  });
  it('are no table where there is one column or rows differ', () => {
    expect(convertTabs('一行\n二行')).toBeUndefined();
    expect(convertTabs('\t字下げした文\n次の行')).toBeUndefined();
  });
});

describe('what no page of a person holds', () => {
  const words = '文'.repeat(50);
  it.each([
    ['open tags', `${'<b>'.repeat(100_000)}${words}`],
    [
      'tags with attributes before paragraphs',
      Array.from({ length: 5_000 }, (_, index) => `<b a=${index}>`).join('') + '<p>'.repeat(5_000),
    ],
    ['deep blocks', `${'<div>'.repeat(3_000)}${words}`],
    ['millions of characters', 'あ'.repeat(5_000_000)],
  ])('is left to the plain text of the clipboard: %s', (_name, html) => expect(convertHtml(html)).toBe(''));

  it.each([
    ['marks of conditional comments', '<!['.repeat(170_000)],
    ['open comments', '<!--'.repeat(120_000)],
    ['starts of a fragment', '<!--StartFragment-->'.repeat(25_000)],
    ['breaks', '<br>'.repeat(19_000)],
    ['lines that are items', `<p>${'①と<br>'.repeat(9_000)}</p>`],
    ['addresses', `<p>${'https://a.jp/。(www.'.repeat(6_000)}</p>`],
    ['pictures without end', '<img '.repeat(19_000)],
    ['a cell over a million columns', '<table><tr><td colspan=1000000>一<td>二</table>'],
  ])('costs no more than a few ordinary pages: %s', (_name, html) => {
    expectCost(
      () => convertHtml(html),
      () => convertHtml(ordinary),
      6,
    );
  });

  it.each(['"', '"\t', 'a', '""a\t', '\n', ' \n'])(
    'takes a time that grows with the length of tabs and quotes without end: %j',
    (piece) => {
      const convert = (length: number) => () => convertTabs(piece.repeat(length / piece.length));
      expectCost(convert(400_000), convert(40_000), 50);
    },
  );
});
