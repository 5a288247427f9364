import { expect, it } from 'vitest';
import { romajiBeginnings } from '../../../src/text/romaji.ts';
import { listBeginnings, readTyped } from '../../../src/text/word-beginnings.ts';

it.each([
  ['h', ['は', 'ひ', 'ふ', 'へ', 'ほ']],
  ['hik', ['ひか', 'ひき', 'ひく', 'ひけ', 'ひこ', 'ひっ']],
  ['hikk', ['ひっか', 'ひっき', 'ひっく', 'ひっけ', 'ひっこ']],
  ['hikkoshi', ['ひっこし']],
  ['kon', ['こん', 'こな', 'こに', 'こぬ', 'この']],
  ['matc', ['まっち']],
  ['sho', ['しょ']],
  ['terewa-', ['てれわー']],
  ['lg', []],
] as const)('reads romaji that is not finished: %s', (typed, expected) => {
  const found = romajiBeginnings(typed);
  for (const kana of expected) expect(found).toContain(kana);
  if (expected.length === 0 || !typed.endsWith('n')) expect(found).toHaveLength(expected.length);
});

it('reads each key of a word that is typed in romaji as a beginning of its kana', () => {
  for (const [romaji, kana] of [
    ['hikkoshi', 'ひっこし'],
    ['shinchousha', 'しんちょうしゃ'],
    ['matchi', 'まっち'],
    ['konnyaku', 'こんにゃく'],
  ] as const) {
    for (let keys = 1; keys <= romaji.length; keys += 1) {
      const typed = romaji.slice(0, keys);
      expect(
        romajiBeginnings(typed).some((begun) => kana.startsWith(begun)),
        typed,
      ).toBe(true);
    }
  }
});

it.each([
  ['庁舎の移', [[[['庁舎']]], [[['移']]]]],
  ['引っ', [[[['引っ']], [['引']]]]],
  ['引越し業者', [[[['引越業者']], [['引越'], ['業者']]]]],
  ['ゴミの分', [[[['ごみ']]], [[['分']]]]],
  ['災害ごみ', [[[['災害']]], [[['ごみ']]]]],
  ['こどもの', [[[['こどもの']], [['こども']]]]],
  ['子ど', [[[['子ど']], [['子']]]]],
  ['ＤＸ', [[[['dx']]]]],
  ['。、 ', []],
] as const)('cuts what is being typed into words: %s', (typed, expected) => {
  expect(readTyped(typed)).toEqual(expected);
});

it('lists the beginnings of the words of a name', () => {
  expect(listBeginnings('岐阜県人会')).toContain('県人会');
  expect(listBeginnings('子育て・産休')).toEqual(expect.arrayContaining(['子育', '産休']));
  expect(listBeginnings('こそだて・さんきゅう')).toEqual(['こそだて', 'さんきゅう']);
});
