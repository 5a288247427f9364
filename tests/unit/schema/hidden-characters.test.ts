import { describe, expect, it } from 'vitest';
import { findHiddenCharacters, hasHiddenCharacter, nameCharacter } from '../../../src/schema/hidden-characters.ts';
import { expectCost } from '../../cost.ts';

const hidden: [why: string, code: number][] = [
  ['null', 0x0],
  ['a control', 0x1b],
  ['a control of the second block', 0x85],
  ['a soft hyphen', 0xad],
  ['a joiner of graphemes', 0x34f],
  ['an Arabic mark of direction', 0x61c],
  ['a Hangul filler', 0x115f],
  ['another Hangul filler', 0x1160],
  ['a Khmer vowel that is not shown', 0x17b4],
  ['a Mongolian variant', 0x180b],
  ['a Mongolian separator', 0x180e],
  ['a space of no width', 0x200b],
  ['a separator of words', 0x200c],
  ['a joiner', 0x200d],
  ['a mark from left to right', 0x200e],
  ['a mark from right to left', 0x200f],
  ['a separator of lines', 0x2028],
  ['a separator of paragraphs', 0x2029],
  ['an override of direction', 0x202e],
  ['the end of one', 0x202c],
  ['a joiner of words', 0x2060],
  ['an invisible times', 0x2062],
  ['a reserved ignorable', 0x2065],
  ['an isolate', 0x2067],
  ['a deprecated format', 0x206a],
  ['a blank of Braille', 0x2800],
  ['the filler of Hangul', 0x3164],
  ['a variant of nothing', 0xfe0f],
  ['a byte order mark', 0xfeff],
  ['the filler of half width', 0xffa0],
  ['a reserved special', 0xfff0],
  ['an annotation', 0xfff9],
  ['the end of an annotation', 0xfffb],
  ['a lost object', 0xfffc],
  ['a noncharacter', 0xffff],
  ['a noncharacter inside', 0xfdd0],
  ['half a pair', 0xd800],
  ['a filler of Khitan', 0x16fe4],
  ['a format of shorthand', 0x1bca0],
  ['a blank note', 0x1d159],
  ['a format of music', 0x1d173],
  ['a tag of language', 0xe0001],
  ['a tag', 0xe0041],
  ['a variant of kanji after none', 0xe0100],
  ['a reserved ignorable of the last plane', 0xe0fff],
];

const sound = [
  'ふつうの文です。半角 space、全角　空白、改行\nとタブ\tも。',
  '葛󠄀城市の辻󠄁さん',
  '神︀社、漢字の標準異体字',
  '家族👨‍👩‍👧‍👦、旗🏳️‍🌈、職業👩🏽‍🚒、心❤️‍🔥',
  '⚠️☎️✔︎©️™️',
  '1️⃣#️⃣*️⃣',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  '🇯🇵と👍🏿',
  'فارسی می‌خواهم',
  'हिन्दी क्‍ष',
  'नेपाली र्‍याल',
  'é が ｶﾞ ㍿ ① 𠮷 ゙',
  '\u00A0non-breaking\u2003em',
];

describe('hidden characters', () => {
  it.each(hidden)('has %s (%#)', (_why, code) => {
    const character = String.fromCodePoint(code);
    for (const text of [character, `もじ${character}もじ`, `abc${character}`, `${character}🏢`, `9${character}`]) {
      expect(findHiddenCharacters(text, 9)).toEqual([{ index: text.indexOf(character), character }]);
    }
    expect(nameCharacter(character)).toMatch(/^U\+[0-9A-F]{4,6}$/);
  });

  it.each(sound)('has none: %j', (text) => {
    expect(findHiddenCharacters(text, 9)).toEqual([]);
    expect(hasHiddenCharacter(text)).toBe(false);
  });

  it.each([
    ['a joiner at the end of an emoji', '👨\u200D'],
    ['a joiner before one', '\u200D👨'],
    ['a joiner between Japanese letters', '電\u200D話'],
    ['two selectors', '☎\uFE0F\uFE0F'],
    ['a selector after a letter', 'A\uFE0F'],
    ['a variant after kana', 'あ\u{E0100}'],
    ['two variants', '葛\u{E0100}\u{E0101}'],
    ['words in tags behind a flag', '🏴\u{E0068}\u{E0069}\u{E007F}'],
    ['tags behind another emoji', '🏢\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['a digit with a selector and no frame', '1\uFE0F'],
    ['a separator of letters that do not join', 'ab\u200Ccd'],
  ])('has %s', (_why, text) => {
    expect(hasHiddenCharacter(text)).toBe(true);
  });

  it('takes every format, control and ignorable character that is not part of another', () => {
    const visible = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}\t\n\r]/u;
    const missed: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      const isHidden = /[\p{Cf}\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(character);
      if (isHidden && !visible.test(character) && !hasHiddenCharacter(character)) missed.push(nameCharacter(character));
    }
    expect(missed).toEqual([]);
  });

  it('takes no time that grows with the square of the text', () => {
    for (const unit of ['👨\u200D', '☎\uFE0F', '葛\u{E0100}', 'क\u200D', '\u200B', '🏴\u{E0067}\u{E0062}']) {
      const find = (count: number) => () => findHiddenCharacters(unit.repeat(count), 100);
      expectCost(find(50_000), find(5_000), 50);
    }
  });
});
