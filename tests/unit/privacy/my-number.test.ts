import { describe, expect, it } from 'vitest';
import { findPersonalInformation } from '../../../src/privacy/find-personal-information.ts';
import { hasMyNumberCheckDigit } from '../../../src/privacy/my-number.ts';
import { expectCases } from './expect-cases.ts';

/** Nobody's: the first eleven digits are 1 to 9, 0 and 1 in turn, the last is their check digit. */
const valid = '123456789018';

expectCases('my-number', {
  ok: [
    ['a wrong check digit', '番号123456789012です'],
    ['eleven digits', '12345678901'],
    ['a corporate number of thirteen digits', '1234567890181'],
    ['an amount with commas', '123,456,789,018円'],
    ['sixteen digits in groups', '1234-5678-9018-1234'],
    ['three years, though their check digit happens to fit', '2000 2004 2000、2019-2020-2021'],
    ['a moment with a colon', '2021-11-20 15:30'],
    ['inside an address on the web', `https://www.example.jp/${valid}.pdf`],
    ['inside an identifier', `doc_${valid}`],
    ['the word without a number', 'マイナンバーは扱いません。'],
  ],
  ng: [
    ['plain', `番号は${valid}です`, valid],
    ['in groups of four', '1234-5678-9018', '1234-5678-9018'],
    ['with spaces', '1234 5678 9018', '1234 5678 9018'],
    ['full width', '１２３４５６７８９０１８', '１２３４５６７８９０１８'],
    ['full width in groups', '１２３４　５６７８　９０１８', '１２３４　５６７８　９０１８'],
    ['long-vowel marks for hyphens', '１２３４ー５６７８ー９０１８', '１２３４ー５６７８ー９０１８'],
    ['digits one by one', '1 2 3 4 5 6 7 8 9 0 1 8', '1 2 3 4 5 6 7 8 9 0 1 8'],
    ['right behind No.', `No.${valid}`, valid],
    ['right behind ID in full width', `ＩＤ${valid}`, valid],
    ['cells of a table', '| 1234 | 5678 | 9018 |', '1234 | 5678 | 9018'],
    ['right behind the word', `個人番号${valid}`, valid],
    ['a wrong check digit behind the word', 'マイナンバー：123456789012', '123456789012', 'likely'],
    ['a wrong check digit behind the official word', '個人番号は1234-5678-9012', '1234-5678-9012', 'likely'],
  ],
});

describe('check digit', () => {
  it('is the one of the ordinance for every remainder', () => {
    const lasts = Array.from({ length: 2_000 }, (_, index) => String(10_000_000_000 + index * 7_919)).map((digits) => {
      const fitting = [...'0123456789'].filter((last) => hasMyNumberCheckDigit(digits + last));
      expect(fitting).toHaveLength(1);
      return fitting[0];
    });
    expect(new Set(lasts).size).toBe(10);
  });

  it('rejects what is no twelve digits', () => {
    expect(hasMyNumberCheckDigit('12345678901')).toBe(false);
    expect(hasMyNumberCheckDigit('12345678901x')).toBe(false);
  });
});

describe('override', () => {
  it('is denied for a valid number and allowed for a doubtful one', () => {
    expect(findPersonalInformation(valid)[0]).toMatchObject({ kind: 'my-number', overridable: false });
    expect(findPersonalInformation('個人番号 123456789012')[0]).toMatchObject({ kind: 'my-number', overridable: true });
  });
});
