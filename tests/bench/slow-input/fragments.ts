/** Pieces of Markdown, MDX, YAML, HTML and of what the search for personal information looks for; each is repeated by its user. */
export function listFragments(): string[] {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  const signs = [...'`*_[]()<>!&|~#-+=:;{}"\'\\/.,?@%^$', ' ', '\n', '\t', '0', 'a', 'あ', 'ア', '山'];
  const pairs = signs.flatMap((one) => signs.map((other) => one + other));
  return [...new Set([...known, ...personal, ...ascii, ...pairs])];
}

/** Random strings of two to five pieces, the same for the same seed. */
export function mixFragments(seed: number, count: number): string[] {
  const random = createRandom(seed);
  const pieces = [...known, ...personal, ...'`*_[](){}<>!&|~#-+=:"\'\\/.,@ \n\t0aあア山'];
  const pick = () => pieces[Math.floor(random() * pieces.length)] ?? '';
  return Array.from({ length: count }, () => Array.from({ length: 2 + Math.floor(random() * 4) }, pick).join(''));
}

const known = [
  '**', '***', '__', '~~', '``', '```', '```\n', '~~~\n', '`a', '`` ` ', '](', '[a](', '[a]', '[a][b]', '![a](', '![', '[^1]', '[^1]: あ\n', '[a]: /b\n', '[ ] ', '- [ ] あ\n', '<a', '</a>', '<a>', '<b>', '<Note>', '</Note>', '<Note title="', '<Note>\n\n', '</Note>\n\n', '<!--', '-->', '<![', '<!', '<?', '<a href="', "<a b='", '{', '}', '{a}', '&amp;', '&#x41;', '&#65;', '&a', '\\', '\\\\', '\\`', '| ', '|a', '|-', '| a | b |\n', '|a|b|\n|-|-|\n', '> ', '>\n', '> > ', '- ', '- - ', '* ', '1. ', '1) ', '  - a\n', '# ', '## あ\n', '---\n', '===\n', 'a\n===\n', '***\n', '\n\n', '\n \n', '    ', '    a\n', '\r\n', '\r', 'https://', 'https://a.jp/', 'http://a.', 'www.', 'www.a.', 'a@', 'a@b.', 'a@a.jp ', 'a.', 'a.a.a.', 'a-', 'a_', '_a', '*a', '*a*', '*a ', 'a*', 'あ*', '**あ', 'あ**。', '｜', '｜あ《', '｜あ《い》', '《', '》', '/q/', '/q/a', '/images/', '/images/a.png',
  'a: b\n', 'a: ', 'a:\n', '- a\n', '-\n', ': ', '? ', '?\n', '& ', '&a ', '&a\n', '*a ', '!a ', '!!str ', '%a\n', '[', '[[', '{a: ', '{a: {', '[a, ', 'a, ', '"', '"a', '"\\', "'", "''", "'a", '| \n', '|\n', '>-\n', '|+\n\n', '# a\n', '#', ' #', 'a #', '...\n', '--- ', ' a: b\n', 'a:b', 'a : ', '~', 'null', '0x', '1_', '.inf', '<<: ', '\t', ' \t', '\u00a0', '\u3000', '\ufeff', 'x'.repeat(50), '-'.repeat(50),
  '0', '00', '0-', '090-', '03-', '03-1234-5678', '090-1234-5678', '0 ', '0(', '(0', '(03)', '+81', '+81 ', '1-1-',
  '1-', '1234 ', '1234-1234-1234', '123456789012', '1 2 3 ', '0.', '0/', '〒', '〒100-', '〒1000001', '1丁目', '1番地', '1番',
  '1号', '岐阜県', '岐阜市', '市', '岐阜市本町1-1', 'さいたま市', '北海道', '〇', '十', 'さん', '様', '氏', 'くん', '先生', '課長', '山田', '山田さん',
  '山田 ', '山田太郎', '山田 太郎', '氏名:', '担当:', '担当は', 'ヤマダ', 'やまだ', 'やまだサン', 'Mr.', 'Mr. A', 'Aa', 'Aa ', 'Aa Aa', 'aaa',
  'aaaさん', '@', '@a', '@山', '@a.', '<@U', '<@U1|', '[To:1', 'LINE', 'LINE ID', 'LINEのID', 'LINE ID:', '内線', '内線1',
  '電話', 'TEL', 'Tel:', 'a[at]', 'a[at]b[dot]', ' at ', ' dot ', 'a at b dot ', '★', 'a★', 'アット', 'アットマーク', '（アット）',
  'ー', 'ーー', '０', '０－', '−', '‐', '\ue000', '\u{f0000}', '🙂', '👨‍👩‍👧', '🇯🇵', 'か\u3099', 'e\u0301', '\u0301', '\u200d',
  '\u200b', '\u202e', '葛\u{e0100}', '\\_', 'a\\_', '%41', '%', 'javascript:', '&colon;', 'mailto:', 'tel:', '\\n',
  '<p>', '<p>a</p>', '<ul><li>', '<li>', '<table>', '<tr><td>', '<td>', '<td colspan=1000>', '<br>', '<div>', '<span>', '<!---->', '<!--a', '<o:p>', '</o:p>', '<!--StartFragment-->', '<a href=/>', '<p style="mso-list:l0">', 'a\t', 'a\tb\n', '"\t', '""', '"\n',
];

/** What the search for names, addresses and numbers begins with and gives up again. */
const personal = [
  '佐藤', '佐藤（', '佐藤（課', '担当:佐藤、', '出席者:あ、', '総務課長', '原課長', '原課 原課長', '森課長', '柏木担当', '係長 清水', '課長の', 'の担当', '清水が', 'が対応',
  '10:26 ', '10:26 佐藤\n', '10:26 清水 ', '昨日佐藤', 'お疲れさまです', '清水です', 'ヤマダ ', 'やまだ ', 'ﾀﾞ', 'Sato ', 'A. ', 'AAA ',
  'aaa ', 'Aa, A. ',
  '〇九', '〇九〇', 'ゼロ', 'ゼロキュウ', 'ぜろ', 'に', '0 9 ', '一二三', '⓪①', '058 | ', '1234 | ', '| 0', '090_', '**0', '*0*',
  '0**9', '<b>0</b>', '<b', '&#48;', '&#', '](a)0',
  '0\u200b', '口座', '口座の', '普通 1', '支店', '記号', '記号1', '記号12340', '番号', '5555-', '5555-5555-5555-', 'カード', '免許', '免許証の',
  '免許1', '年金', '年金1234-', '旅券',
  'AB1', 'AB12345678', '被保険者', '手帳', '生年月日', '生年月日:', '昭和', '昭和55年', '昭和55年3月4日', 'S55.3.', '1980/3/', '岐阜 ',
  '岐阜 300 ', '岐阜300あ', '北1条', '北1条西2丁目', '町1-',
  '岐阜市本町1', '岐阜市上る', '上る', '自宅は', '住所', '大字', 'コーポ', 'コーポあ', '市役所', '役所(', '〒500-8701 ', '1-1に住', 'a アット ',
  'a@b ドット ', 'a#b.jp #を@', 'a . ',
];

/** Mulberry32: small, and the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
