import { expect, it } from 'vitest';
import { romajiToHiragana } from '../../../src/text/romaji.ts';

it.each([
  ['hikkoshi', 'ひっこし'],
  ['wakuchin', 'わくちん'],
  ['shinkansen', 'しんかんせん'],
  ['matcha', 'まっちゃ'],
  ['kenminkai', 'けんみんかい'],
  ["kin'en", 'きんえん'],
  ['konna', 'こんな'],
  ['toukyou', 'とうきょう'],
  ['jidousha', 'じどうしゃ'],
  ['tyousya', 'ちょうしゃ'],
])('reads %s as %s', (typed, kana) => expect(romajiToHiragana(typed)).toBe(kana));

it.each(['hello', 'excel', 'pdf', 'x', 'wi-fi2', 'lgwan'])('leaves %s alone', (word) =>
  expect(romajiToHiragana(word)).toBeUndefined(),
);
