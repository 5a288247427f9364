import { toHiragana } from './kana.ts';
import { counterKa, readArabicOrKanji, readMultiplied } from './numerals.ts';
import type { Word } from './token.ts';
import { tokeniseDate, type Groups } from './tokenise-dates.ts';

/** A number in digits, and the number with the letter of its unit (14日, 3歳, 5g). */
export function tokeniseNumber(run: string, start: number, folded: string): Word {
  const digits = run.replaceAll(',', '');
  const { text, length } = readMultiplied(digits, folded.slice(start + run.length, start + run.length + 3));
  const end = start + run.length + length;
  const ka = counterKa.test(folded.slice(end, end + 2)) ? `か${folded[end + 1] ?? ''}` : undefined;
  const unit = ka ?? unitPattern.exec(folded.slice(end, end + 12))?.[0];
  if (!unit) return { start, end, tokens: [{ text, kind: 'number' }] };
  const measure = `${text.replace(/^0+(?=\d)/, '')}${toHiragana(unit.trim().replace('%', 'パーセント'))}`;
  return {
    start,
    end: end + unit.length,
    tokens: [
      { text, kind: 'number' },
      { text: measure, kind: 'measure' },
    ],
  };
}

/** A unit of Latin letters also stands behind a space: 8 cm. */
const unitPattern =
  /^(?:%|[\p{sc=Han}]|[ァ-ヺー]{2,}|[a-z]+| (?:[cmk]?m|[mk]?g|[mdk]?l|ha|[kmgt]b|k?wh?|v|hz|ppm|dpi)(?![a-z0-9]))/u;

/** The groups of any pattern of `numerals.ts` (fractions, per cents, counted months, dates) as the same in digits. */
export function tokeniseNumeral(groups: Groups, start: number, end: number, folded: string): Word[] {
  const { whole, share, percent, count } = groups;
  if (whole !== undefined && share !== undefined) {
    const text = `${readArabicOrKanji(whole)}分の${readArabicOrKanji(share)}`;
    return [{ start, end, tokens: [{ text, kind: 'measure' }] }];
  }
  if (percent !== undefined) {
    const sign = folded[end] === '%' ? 1 : 'パーセント'.length;
    return [countedWord(readArabicOrKanji(percent), 'ぱーせんと', start, end + sign)];
  }
  if (count !== undefined) return [countedWord(readArabicOrKanji(count), `か${folded[end + 1] ?? ''}`, start, end + 2)];
  return tokeniseDate(groups, start, end, folded);
}

function countedWord(number: string, unit: string, start: number, end: number): Word {
  return {
    start,
    end,
    tokens: [
      { text: number, kind: 'number' },
      { text: number + unit, kind: 'measure' },
    ],
  };
}
