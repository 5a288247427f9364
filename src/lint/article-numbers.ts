/**
 * Numbers of articles of law named in a Japanese text, in its order. `offset` counts UTF-16 units. 「第167条の2第1項」 and
 * 「施行令百六十七条の二」 both give `167_2`, the form that addresses of e-Gov use.
 */
export function findArticleNumbers(text: string): ArticleNumber[] {
  return [...text.matchAll(articlePattern)].map((match) => ({
    number: toArticleNumber(match[1] ?? match[3] ?? '', match[2] ?? match[4]),
    written: match[0],
    offset: match.index,
  }));
}

const digits = '(?<![0-9０-９〇一二三四五六七八九十百千])[0-9０-９〇一二三四五六七八九十百千]{1,12}';
const branch = `(?:の(${digits}(?:の${digits})*))?`;

/** After 「第」, or straight after the name of a law: a bare 「3条」 may be a street (北3条) or a word (3条件). */
const articlePattern = new RegExp(`第(${digits})条${branch}|(?<=[法令則例])(${digits})条(?![件例約文])${branch}`, 'gu');

function toArticleNumber(number: string, branches: string | undefined): string {
  return [number, ...(branches?.split('の') ?? [])].map(toNumber).join('_');
}

/** Reads 「167」, 「１６７」, 「一六七」 and 「百六十七」. */
function toNumber(written: string): number {
  const plain = written
    .normalize('NFKC')
    .replace(/[〇一二三四五六七八九]/gu, (kanji) => String(kanjiDigits.indexOf(kanji)));
  if (!/[十百千]/u.test(plain)) return Number(plain);
  return [...plain.matchAll(/(\d*)([十百千]?)/gu)].reduce((total, [, count = '', unit = '']) => {
    if (unit === '') return total + Number(count);
    return total + Number(count === '' ? 1 : count) * (units[unit] ?? 1);
  }, 0);
}

const kanjiDigits = '〇一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

export interface ArticleNumber {
  number: string;
  written: string;
  offset: number;
}
