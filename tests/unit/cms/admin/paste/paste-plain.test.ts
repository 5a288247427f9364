import { describe, expect, it } from 'vitest';
import { maskChat } from '../../../../../cms/admin/paste/chat.ts';
import { convertPlain } from '../../../../../cms/admin/paste/plain-to-markdown.ts';
import { compileMdx } from '../../../../../src/mdx/compile-mdx.ts';
import { expectCost } from '../../../../cost.ts';

const html = (text: string) => {
  const compiled = compileMdx(convertPlain(text), { basePath: '/' });
  expect(compiled.problems).toEqual([]);
  return compiled.html;
};

describe('lines that are items', () => {
  it.each([
    ['・鍵\n・名札', '- 鍵\n- 名札'],
    ['● 受付\n●案内\n● 誘導', '- 受付\n- 案内\n- 誘導'],
    ['①申請\r\n②審査\r\n③通知', '1. 申請\n2. 審査\n3. 通知'],
    ['（１）窓口\n（２）郵送', '1. 窓口\n2. 郵送'],
    ['１．目的\n２．日時', '1. 目的\n2. 日時'],
    ['1)申請\n2)審査', '1. 申請\n2. 審査'],
    ['❶甲\n❷乙', '1. 甲\n2. 乙'],
    ['持ち物は次のとおり。\n・鍵\n・名札\n忘れずに。', '持ち物は次のとおり。\n\n- 鍵\n- 名札\n\n忘れずに。'],
    ['１．目的\n（１）対象\n（２）方法\n２．日時', '1. 目的\n   1. 対象\n   2. 方法\n2. 日時'],
    ['１．目的\n\n（１）対象\n\n２．日時', '1. 目的\n\n   1. 対象\n\n2. 日時'],
    ['・甲\n　・乙\n　　・丙\n・丁', '- 甲\n  - 乙\n    - 丙\n- 丁'],
    ['●表\n・裏\n●次', '- 表\n  - 裏\n- 次'],
    ['・長い項目で\n　次の行へ\n・次', '- 長い項目で\n  次の行へ\n- 次'],
    ['④四\n⑤五', '4. 四\n5. 五'],
    ['◎必ず\n◎できれば', '- 必ず\n- できれば'],
    ['➀申請\n➁審査', '1. 申請\n2. 審査'],
    ['⓵申請\n⓶審査', '1. 申請\n2. 審査'],
    ['➊申請\n➋審査', '1. 申請\n2. 審査'],
    ['☐ 鍵\n☑ 名札\n✓印鑑', '- [ ] 鍵\n- [x] 名札\n- [x] 印鑑'],
    ['1. 申請\n窓口で受け取ります。\n2. 審査', '1. 申請\n窓口で受け取ります。\n\n2. 審査'],
  ])('become a list: %j', (text, markdown) => expect(convertPlain(text)).toBe(markdown));

  it('keep their numbers on the page, also where one is left out', () => {
    expect(html('①甲\n③丙')).toBe('<ol>\n<li>甲</li>\n</ol>\n<ol start="3">\n<li>丙</li>\n</ol>');
    expect(html('１．目的\n本文です。\n２．日時')).toBe(
      '<ol>\n<li>目的</li>\n</ol>\n<p>本文です。</p>\n<ol start="2">\n<li>日時</li>\n</ol>',
    );
  });

  it.each([
    '１．５倍になる',
    '○月○日の予定',
    '●●市の例',
    '・・・',
    '①と②のどちらか',
    '（１）の書類は窓口へ',
    '2026.4.1から',
    '1. a\n1. b\n   - c',
    '- a\n* b',
    '第１　目的',
    '①',
  ])('are none in a sentence or in Markdown: %j', (text) => expect(convertPlain(text)).toBe(text));
});

describe('addresses', () => {
  it.each([
    ['https://example.jp/。次', '<a href="https://example.jp/"'],
    ['詳細はhttps://example.jp/a?b=1を見て', '<a href="https://example.jp/a?b=1"'],
    ['（https://example.jp/x）です', '<a href="https://example.jp/x"'],
    ['(https://example.jp/x)です', '<a href="https://example.jp/x"'],
    ['**https://example.jp/x**。次', '<strong><a href="https://example.jp/x"'],
    ['「https://example.jp/a_b_c」', '<a href="https://example.jp/a_b_c"'],
    ['www.example.jp、ほか', '<a href="https://www.example.jp"'],
    ['｢https://example.jp/h｣､次', '｢<a href="https://example.jp/h"'],
    [
      '詳細は<https://example.jp/m>を見て',
      '詳細は<a href="https://example.jp/m" rel="noopener noreferrer external">https://example.jp/m</a>を',
    ],
    ['<https://example.jp/n>', '<a href="https://example.jp/n"'],
    ['<HTTP://example.jp/o?a=1&b=(2)>。', '<a href="HTTP://example.jp/o?a=1&#x26;b=%282%29"'],
  ])('end where Japanese begins: %s', (text, link) => expect(html(text)).toContain(link));

  it.each(['[名](https://example.jp/岐阜)', '`https://example.jp/。`', 'https://example.jp/ 次', 'https://日本語.jp/'])(
    'stay where their end is plain or unknown: %s',
    (text) => expect(convertPlain(text)).toBe(text),
  );
});

it('reads character references', () => {
  expect(convertPlain('&#x306F;&#12394;&nbsp;A&amp;B')).toBe('はな A&B');
  expect(convertPlain('&lt;b&gt;&#123;')).toBe('\\<b>\\{');
});

it.each([
  '①と\n',
  '・',
  'www.,',
  '(https://a.jp',
  'https://a.jp/。',
  '[',
  '&#',
  '1.',
  '　',
  ')',
  'https://a.jp/))))。',
  '10:26 ',
  '10:26\t佐\tあ\n',
  '[10:26] ',
  '佐藤\n10:26\nあ\n',
  '佐藤：ね\n',
])('takes a time that grows with the length of what no person copies: %j', (piece) => {
  for (const convert of [convertPlain, maskChat]) {
    const ofLength = (length: number) => () => convert(piece.repeat(length / piece.length));
    expectCost(ofLength(100_000), ofLength(10_000), 50);
  }
});

describe('a chat', () => {
  it.each([
    [
      'LINE’s tabs',
      '2026/02/03(火)\n9:05\t大野 みどり\t窓口の番号札、058-272-1112へ\n9:07\t西田 健\t大野さん、助かります',
    ],
    ['tabs without a day', '9:05\t大野 みどり\t窓口の番号札はありますか\n9:07\t西田 健\tあります'],
    ['a spreadsheet of a chat', '2026/2/3 9:05\t大野 みどり\t窓口の番号札は\n2026/2/3 9:07\t西田 健\tあります'],
    ['a number in front', '1\t大野 みどり\t2026/02/03 9:05\t番号札はありますか\n2\t西田 健\t2026/02/03 9:07\tあります'],
    ['Teams', '[2026/02/03 9:05] 大野 みどり\n番号札はありますか\n[2026/02/03 9:07] 西田 健\nあります'],
    ['names before the time', '高橋 みどり  9:05\n番号札はありますか\n佐藤 健  9:07\nあります'],
  ])('is told from its lines, and nobody’s name stays: %s', (_name, text) => {
    const masked = maskChat(text);
    expect(masked).toMatch(/発言者A/);
    expect(masked).toMatch(/発言者B/);
    expect(masked).not.toMatch(/大野|みどり|西田|佐藤|高橋|健|272/);
    expect(masked).not.toContain('\t');
  });

  it.each([
    ['a name alone', '10:21 佐藤\n番号札はありますか\n10:52 清水\nあります'],
    ['a name and where somebody works', '10:21 佐藤 由美（北市総務課）\n番号札は\n10:40 清水 健（南町）\nあります'],
    ['a whole name between others', '10:21 佐藤 由美\n番号札はありますか\n10:40 清水 健 あります'],
    ['a name in Latin letters', '10:21 佐藤 由美\n番号札は\n10:40 Takeshi SHIMIZU\nあります'],
    ['a nickname among names', '10:21 佐藤 由美\n番号札は\n10:40 けんけん\nあります'],
    ['the time of a twelve-hour clock', '午前10:21 佐藤 由美\n番号札は\n午後1:40 清水 健\nあります'],
    ['a name above a day and a time', '佐藤 由美\n昨日 10:21\n番号札は\n清水 健\n2026/05/12 10:40\nあります'],
    ['a name above a time', '佐藤由美\n  10:21 AM\n番号札は\n\n清水健\n  1:40 PM\nあります'],
    ['a department beside the name', '佐藤 由美 北市\n午前 10:21\n番号札は\n清水 健 南町\n午後 1:40\nあります'],
    ['a nickname above a time', '佐藤 由美\n10:21\n番号札は\nけんけん\n10:40\nあります'],
    ['the time below the words', '佐藤 由美\n番号札は\n10:21\n清水 健\nあります\n10:40'],
    ['a meeting', '10:21:05 開始 佐藤 由美 から 全員へ:\n番号札は\n10:40:11 開始 清水 健 から 全員へ:\nあります'],
    [
      'a meeting in English',
      '10:21:05 From 佐藤 由美 to Everyone:\n\t番号札は\n10:40:11 From 清水 健 to Everyone:\n\tあります',
    ],
    ['a talk with colons', '佐藤：番号札はありますか\n清水：あります\n佐藤：助かります'],
    ['a talk in brackets', '佐藤さん「番号札はありますか」\n清水さん「あります」'],
    ['a time in brackets', '[10:21] 佐藤 由美\n番号札は\n[10:40] 清水 健\nあります'],
  ])('has its speakers on lines of their own: %s', (_name, text) => {
    const masked = maskChat(text);
    expect(masked).toMatch(/^発言者A：/);
    expect(masked).toMatch(/^発言者B：/m);
    expect(masked).toContain('番号札は');
    expect(masked).toContain('あります');
    expect(masked).not.toMatch(/佐藤|由美|清水|健|Takeshi|SHIMIZU|けんけん|北市|南町|10:|1:40/);
  });

  it('covers the names that people give themselves', () => {
    expect(maskChat('9:05\t🌸みーちゃん\t番号札はある\n9:07\tけん@北区\tある')).toBe(
      '発言者A：番号札はある\n発言者B：ある',
    );
  });

  it.each([
    '9:00\t受付\t玄関\n9:30\t開会\t大ホール\n10:00\t講演\t大ホール',
    '項目\t数\n机\t12',
    '9:00 受付\n9:30 開会',
    '9:00 受付\n玄関ホールで行います\n9:30 開会\n市長のあいさつがあります',
    '2026年10月1日（木）\n9:00 受付\n玄関ホール\n9:30 開会\n市長のあいさつ',
    '9:00 Opening\nHall\n9:30 Keynote\nHall',
    '開会\n9:00\n市長のあいさつ\n講演\n9:30\n避難所の運営',
    '受付\n玄関ホール\n9:00\n開会\n大ホール\n9:30',
    '場所：大ホール\n持ち物：名札と筆記用具です\n申込み：メールでください',
    '質問：番号札はありますか\n答え：あります',
    '対象：新採用の職員です\n原課：回答してください',
    '受付は9:00から\n閉会は10:00です',
    '[1] 出典\n[2] 出典',
  ])('is not a timetable or a table: %j', (text) => expect(maskChat(text)).toBeUndefined());
});
