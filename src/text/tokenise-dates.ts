import { readArabicOrKanji, readEraYear } from './numerals.ts';
import type { Token, Word } from './token.ts';

/** The groups of `datePattern`, `shortDatePattern` and `eraPattern`: years, months and days as the same in digits. */
export function tokeniseDate(
  { era, eraYear, letter, letterYear, year, month, day, shortMonth, shortDay }: Groups,
  start: number,
  end: number,
  folded: string,
): Word[] {
  if (shortMonth !== undefined && shortDay !== undefined) {
    const endOfMonth = start + shortMonth.length + 1;
    return [
      calendarWord(readArabicOrKanji(shortMonth), '月', start, endOfMonth),
      calendarWord(readArabicOrKanji(shortDay), '日', endOfMonth, end),
    ];
  }
  const ofYear = year ?? readEraYear(era ?? letter ?? '', eraYear ?? letterYear ?? '') ?? '';
  const endOfYear =
    month === undefined
      ? end + (folded[end] === '年' ? 1 : 0)
      : start + (letter ?? '').length + (letterYear ?? year ?? '').length + 1;
  const isFiscal = folded.startsWith('年度', endOfYear - 1);
  const words = [
    isFiscal ? fiscalYear(ofYear, start, endOfYear + 1, era) : calendarWord(ofYear, '年', start, endOfYear, era),
  ];
  if (month !== undefined) {
    const endOfMonth = endOfYear + month.length + (day === undefined ? 0 : 1);
    words.push(calendarWord(readArabicOrKanji(month), '月', endOfYear, endOfMonth));
    if (day !== undefined) words.push(calendarWord(readArabicOrKanji(day), '日', endOfMonth, end));
  }
  return words;
}

/** The era's name is no more than a letter: it must not be asked for where a page gives the year of our calendar. */
export function calendarWord(text: string, unit: string, start: number, end: number, era?: string): Word {
  const tokens: Token[] = [
    { text, kind: 'number' },
    { text: `${text}${unit}`, kind: 'measure' },
  ];
  return { start, end, tokens: era === undefined ? tokens : [...tokens, { text: era, kind: 'part' }] };
}

/** 令和8年度 is a year too, and no more than that: 年度 alone is another subject. */
function fiscalYear(year: string, start: number, end: number, era?: string): Word {
  const { tokens } = calendarWord(year, '年', start, end, era);
  return { start, end, tokens: [...tokens, { text: `${year}年度`, kind: 'measure' }, { text: '年度', kind: 'part' }] };
}

/** What a pattern of `numerals.ts` has found, by the names of its groups. */
export type Groups = Readonly<Record<string, string | undefined>>;
