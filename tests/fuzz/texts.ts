import fc from 'fast-check';

/**
 * Strings that programs stumble over: signs of other formats, letters of many bytes, marks that combine, words without
 * an end.
 */
const oddWords = [
  '<b>&amp;</b>',
  ']]>',
  '<!-- -->',
  '{{x}}',
  '${x}',
  '%s%n',
  "';--",
  '"quoted"',
  'a\\nb',
  '\\',
  ';,:',
  '=1+1',
  '+1',
  '-1',
  '=SUM(A1)',
  '|cmd|',
  '\u{20BB7}\u{91CE}\u{5BB6}',
  '葛\u{E0100}城',
  'が',
  'か\u3099',
  'ﾊﾝｶｸ',
  '①㍿㌔',
  'Ａｂｃ１２',
  'é́́́',
  'ﷺ',
  'عربي',
  'עברית',
  'हिन्दी',
  '한국어',
  'ไทย',
  'Ⅷ',
  'ß',
  'İ',
  'ﬀ',
  '〜～―─',
  '・・・',
  '々',
  'ゝ',
  '〇',
  '👨\u200D👩\u200D👧',
  '🏳\uFE0F\u200D🌈',
  '🇯🇵',
  '1\uFE0F\u20E3',
  '☎\uFE0F',
  '🏢🏢🏢',
  '👍🏿',
  '\u00A0',
  '\u3000',
  '\u2003',
  '…',
  '‥',
  '「」',
  '（）',
  '？！',
  '。',
  '、',
  '〓',
  '\u{1F9D1}',
  '\u{2A6D6}',
  'a'.repeat(30),
  'ー'.repeat(20),
  'ん'.repeat(30),
  'www.example.jp',
  'null',
  'true',
  '~',
  '#',
  '- ',
  ': ',
  ' #',
  '? ',
  '[x]',
  '`x`',
  '*x*',
  '__proto__',
  'constructor',
];

const plainWords = [
  '庁舎',
  '引越し',
  '窓口',
  'の',
  'は',
  'を',
  '決めます',
  '早めに',
  '職員',
  '会議',
  '予算',
  '市民',
  'いつ',
  'ですか',
  'LAN',
  '電話',
  'まで',
  '2026',
  '３',
];

/** What the check must refuse wherever it stands. */
const refusedWords = [
  '\u202E',
  '\u200B',
  '\u2028',
  '\u3164',
  '\uFFF9',
  '\u{E0041}',
  '\u0000',
  '\u0085',
  '\uFEFF',
  '\uD800',
  '\uFFFE',
];

const words = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...plainWords) },
  { weight: 6, arbitrary: fc.constantFrom(...oddWords) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);

/**
 * One line of `least` to `most` characters, often exactly as short or as long as may be; now and then one that is
 * refused.
 */
export function lineOf(least: number, most: number): fc.Arbitrary<string> {
  const length = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: least, max: Math.min(most, Math.max(least, 24)) }) },
    { weight: 1, arbitrary: fc.constantFrom(least, most) },
    { weight: 1, arbitrary: fc.integer({ min: least, max: most }) },
  );
  const sound = fc
    .tuple(length, fc.array(words, { minLength: 1, maxLength: 40 }))
    .map(([wanted, parts]) => cutTo(parts.join(''), wanted, least));
  const only = fc
    .constantFrom(...oddWords.filter((word) => [...word].length <= most))
    .map((word) => cutTo(word.repeat(60), most, least));
  return fc.oneof(
    { weight: 60, arbitrary: sound },
    { weight: 4, arbitrary: only },
    { weight: 1, arbitrary: refusedLine(least, most) },
  );
}

function refusedLine(least: number, most: number): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...refusedWords).map((word) => `${'あ'.repeat(Math.max(1, least))}${word}`),
    fc.constant('あ'.repeat(most + 1)),
    fc.constant(' '.repeat(least)),
    fc.constant('あ\nい'.repeat(least)),
  );
}

/** Cut between graphemes, trimmed, and filled up with letters that no rule minds. */
function cutTo(text: string, wanted: number, least: number): string {
  let cut = '';
  for (const { segment } of graphemes.segment(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ''))) {
    if ([...(cut + segment)].length > wanted) break;
    cut += segment;
  }
  const trimmed = cut.trim().normalize('NFC');
  const missing = Math.max(1, Math.min(wanted, least)) - [...trimmed].length;
  return missing > 0 ? trimmed + '案'.repeat(missing) : trimmed;
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
