import { describe, expect, it } from 'vitest';
import { findPersonalInformation } from '../../../src/privacy/find-personal-information.ts';
import { withDigits } from '../../../src/privacy/number-words.ts';
import { expectCases } from './expect-cases.ts';

expectCases('phone', {
  ok: [
    ['a year in kanji', '二〇二六年三月三十一日'],
    ['a form to be filled in', '〇〇〇-〇〇〇〇-〇〇〇〇'],
    ['a word with zero', 'ゼロから始める。ゼロカーボンシティ'],
    ['four in a row', '三三五五'],
  ],
  ng: [
    ['kanji', '〇九〇－一二三四－五六七八です', '〇九〇－一二三四－五六七八'],
    ['behind a particle', '番号に〇九〇一二三四五六七八と', '〇九〇一二三四五六七八'],
    [
      'katakana',
      'ゼロキュウゼロ、イチニサンヨン、ゴロクナナハチです',
      'ゼロキュウゼロ、イチニサンヨン、ゴロクナナハチ',
    ],
    [
      'hiragana',
      'ぜろはちぜろ の にさんよんご の ろくななはちきゅう',
      'ぜろはちぜろ の にさんよんご の ろくななはちきゅう',
    ],
    ['mixed with digits', '0九0-1234-5678', '0九0-1234-5678'],
    ['digit by digit', '0 9 0 1 2 3 4 5 6 7 8', '0 9 0 1 2 3 4 5 6 7 8'],
  ],
});

expectCases('my-number', {
  ok: [['counting', '一二三四五六と数えます。']],
  ng: [['kanji', '番号は一二三四五六七八九〇一八', '一二三四五六七八九〇一八']],
});

describe('numbers in words', () => {
  it('say in their sentence how they were read', () => {
    expect(findPersonalInformation('〇九〇－一二三四－五六七八')[0]?.message).toMatch(/^文字参照や記号で区切って/);
  });

  it('are left alone where they are short', () => {
    const view = { text: '二〇二六年、三つ、ごくろうさま' };
    expect(withDigits(view)).toBe(view);
  });
});
