import { crossWordBigrams } from './cross-word-bigrams.ts';
import { cutHiragana, type Before } from './cut-hiragana.ts';
import { cutKatakana } from './cut-katakana.ts';
import { foldText, foldWithOrigin } from './fold-text.ts';
import { toHiragana } from './kana.ts';
import { mixedWordAt, noKanaWords, type KanaWords, type Stretch } from './kana-words.ts';
import { okurigana } from './matching-key.ts';
import {
  counterKa,
  countPattern,
  datePattern,
  eraPattern,
  fractionPattern,
  readCounted,
  readEraYear,
  readKanjiDate,
  percentPattern,
  readKanjiNumber,
  readMultiplied,
  shortDatePattern,
} from './numerals.ts';
import type { Token, TokenKind, Word } from './token.ts';
import { dropTrailing } from './trailing.ts';

export { makeKanaWords, type KanaWords } from './kana-words.ts';

/**
 * Cuts a text into words and each word into index tokens, by script and by `kanaWords`, without `Intl.Segmenter`, whose
 * cuts differ between browsers. Offsets are into the folded text.
 */
export function tokenise(text: string, kanaWords: KanaWords = noKanaWords): Word[] {
  return tokeniseFolded(foldText(text), kanaWords);
}

/** As `tokenise`, with offsets into the text as it is written. */
export function tokeniseWithOrigin(text: string, kanaWords: KanaWords): Word[] {
  const { text: folded, starts, ends } = foldWithOrigin(text);
  return tokeniseFolded(folded, kanaWords).map(({ start, end, tokens }) => ({
    start: starts[start] ?? text.length,
    end: ends[end - 1] ?? text.length,
    tokens,
  }));
}

/** As `tokenise`, for a text that `foldText` has folded already. */
export function tokeniseFolded(folded: string, kanaWords: KanaWords = noKanaWords): Word[] {
  const words: Word[] = [];
  let taken = 0;
  let dated = 0;
  for (const match of folded.matchAll(runs)) {
    const [run] = match;
    const start = match.index;
    const end = start + run.length;
    // The unit of a number, or kana of a mixed word, that stands in the word before.
    if (end <= taken) continue;
    const groups = match.groups ?? {};
    // 年 of 令和三年十月 stands in the word before.
    if (groups['kanji'] !== undefined)
      words.push(...kanjiWords(folded.slice(Math.max(start, dated), end), Math.max(start, dated), folded, kanaWords));
    else if (groups['kata'] !== undefined) words.push(...katakanaWords(run, start, kanaWords));
    else if (groups['hira'] !== undefined)
      words.push(
        ...hiraganaWords(folded.slice(Math.max(start, taken), end), Math.max(start, taken), folded, kanaWords),
      );
    else if (groups['number'] !== undefined) words.push(numberWord(run, start, folded));
    else if (groups['latin'] !== undefined) words.push(latinWord(run, start));
    else {
      words.push(...numeralWords(groups, start, end, folded));
      dated = words.at(-1)?.end ?? 0;
    }
    taken = Math.max(taken, words.at(-1)?.end ?? 0);
  }
  return crossWordBigrams(words, folded);
}

/** Kinds of token that are one kanji, too little to tell a word by. */
export function isLetter(kind: TokenKind): boolean {
  return kind === 'letter' || kind === 'part';
}

const kanji = '[\\p{sc=Han}〆]+';
const runs = new RegExp(
  `${eraPattern}|${fractionPattern}|${countPattern}|${percentPattern}|(?<kanji>${kanji}(?:[${okurigana}]{1,2}${kanji})*)|` +
    `(?<kata>[ァ-ヺー]+(?:・[ァ-ヺー]+)*)|(?<hira>[ぁ-ゖー]+)|${datePattern}|${shortDatePattern}|` +
    `(?<number>[0-9]+(?:[.,][0-9]+)*)|(?<latin>[a-z]+(?:[-&.'][a-z0-9]+|[0-9]+)*)`,
  'gu',
);

/** Kanji, also with okurigana inside (引っ越): the parts, and the pair of letters on both sides of each okurigana. */
function kanjiWords(run: string, start: number, folded: string, kanaWords: KanaWords): Word[] {
  const date = readKanjiDate(run);
  if (date) {
    const words = date.map(({ at, length, number, unit }) =>
      calendarWord(number, unit, start + at, start + at + length),
    );
    const rest = run.slice(date.reduce((sum, { length }) => sum + length, 0));
    return rest === '' ? words : [...words, ...kanjiWords(rest, start + run.length - rest.length, folded, kanaWords)];
  }
  const isSuffix = afterForeign.test(folded[start - 1] ?? '') && [...run].every((letter) => suffixes.has(letter));
  if (isSuffix) return [];
  const inside = [...run.matchAll(/[ぁ-ん]+/g)].map((kana) => mixedWordAt(folded, start + kana.index, kanaWords));
  const atEnd = mixedWordAt(folded, start + run.length, kanaWords);
  // 車 of 車いす is no word of its own.
  const own = atEnd && atEnd.start <= start ? [] : [kanjiWord(run, start)];
  return [...own, ...[...inside, atEnd].flatMap((stretch) => (stretch ? [mixedWord(stretch, folded, kanaWords)] : []))];
}

/** With the noun that it holds: 生ごみ is ごみ too. */
function mixedWord({ start, end }: Stretch, folded: string, { forms }: KanaWords): Word {
  const text = toHiragana(folded.slice(start, end));
  const kana = text.replace(/^.*\p{sc=Han}/su, '');
  const noun = forms.get(kana)?.isVerb === false ? [{ text: kana, kind: 'hiragana' as const }] : [];
  return { start, end, tokens: [{ text, kind: 'word' }, ...noun] };
}

function kanjiWord(run: string, start: number): Word {
  const parts = (/[ぁ-ん]/.test(run) ? run.split(/[ぁ-ん]+/) : [run]).map((part) => [...part]);
  const tokens: Token[] = [];
  for (const letters of parts) addKanjiTokens(letters, parts.length > 1 ? 'part' : 'letter', tokens);
  for (let index = 0; index + 1 < parts.length; index += 1) {
    tokens.push({ text: `${parts[index]?.at(-1) ?? ''}${parts[index + 1]?.[0] ?? ''}`, kind: 'joined' });
  }
  const counted = parts.length === 1 ? readCounted(run) : undefined;
  if (counted)
    tokens.push({ text: counted.number, kind: 'number' }, { text: counted.number + counted.unit, kind: 'measure' });
  return { start, end: start + run.length, tokens };
}

function addKanjiTokens(letters: readonly string[], single: TokenKind, tokens: Token[]): void {
  const kind = letters.length === 1 ? single : letters.length === 2 ? 'word' : 'compound';
  tokens.push({ text: letters.join(''), kind });
  if (kind !== 'compound') return;
  for (let index = 1; index < letters.length; index += 1)
    tokens.push({ text: `${letters[index - 1] ?? ''}${letters[index] ?? ''}`, kind: 'pair' });
}

/** LGWAN系, DX化, SNS等: what a foreign word is made into by one letter is still that word. */
const suffixes: ReadonlySet<string> = new Set('系化等用型式的製版側毎');
const afterForeign = /[ァ-ヺーa-z0-9]/;

/** A katakana word, as a whole and by the words that it is made of; with a dot inside, as one word and as several. */
function katakanaWords(run: string, start: number, kanaWords: KanaWords): Word[] {
  const parts = [...run.matchAll(/[^・]+/g)].map((part) => ({ text: part[0], start: start + part.index }));
  const whole = parts.map((part) => part.text).join('');
  if (parts.length > 1 && parts.every((part) => part.text.length > 2)) {
    const words = parts.flatMap((part) => katakanaWords(part.text, part.start, kanaWords));
    const [first, ...rest] = words;
    return first ? [{ ...first, tokens: [...first.tokens, { text: endOf(whole), kind: 'bridge' }] }, ...rest] : [];
  }
  const text = endOf(whole);
  if (text.length < 2) return [];
  return [
    {
      start,
      end: start + run.length,
      tokens: [{ text, kind: 'katakana' }, ...katakanaParts(toHiragana(whole), kanaWords)],
    },
  ];
}

/** Of three parts and more also each two that stand together: コロナウイルス in コロナウイルスワクチン. */
function katakanaParts(text: string, kanaWords: KanaWords): Token[] {
  const parts = cutKatakana(text, kanaWords.loans);
  const pairs = parts.length > 2 ? parts.slice(1).map((part, index) => (parts[index] ?? '') + part) : [];
  return [
    ...parts.map((part) => ({ text: endOf(part), kind: 'piece' as const })),
    ...pairs.map((pair) => ({ text: endOf(pair), kind: 'joint' as const })),
  ];
}

/** As hiragana, without a long vowel at its end. */
function endOf(text: string): string {
  return toHiragana(text.length > 3 ? dropTrailing(text, 'ー') : text);
}

function hiraganaWords(run: string, start: number, folded: string, kanaWords: KanaWords): Word[] {
  const end = start + run.length;
  const atEnd = mixedWordAt(folded, end, kanaWords);
  const own = atEnd ? run.slice(0, Math.max(0, atEnd.start - start)) : run;
  const isPrefix = !atEnd && /\p{sc=Han}/u.test(folded[end] ?? '');
  const words = cutHiragana(own, beforeRun(folded, start), isPrefix, kanaWords).map((piece): Word => ({
    start: start + piece.start,
    end: start + piece.end,
    tokens: [{ text: piece.token, kind: piece.kind }],
  }));
  return atEnd ? [...words, mixedWord(atEnd, folded, kanaWords)] : words;
}

/** After these a sentence or a word begins; after a closing bracket one goes on. */
const beginnings = /[\s。、，．,.!?「『（(【［[{〈《・:;/／"“‘…]/u;

function beforeRun(folded: string, start: number): Before {
  const last = folded[start - 1] ?? '';
  if (/\p{sc=Han}/u.test(last)) return /\p{sc=Han}/u.test(folded[start - 2] ?? '') ? 'kanji' : 'letter';
  return last === '' || beginnings.test(last) ? 'nothing' : 'word';
}

/** A unit of Latin letters also stands behind a space: 8 cm. */
const unitPattern =
  /^(?:%|[\p{sc=Han}]|[ァ-ヺー]{2,}|[a-z]+| (?:[cmk]?m|[mk]?g|[mdk]?l|ha|[kmgt]b|k?wh?|v|hz|ppm|dpi)(?![a-z0-9]))/u;

/** A number, and the number with the letter of its unit (14日, 3歳, 5g). */
function numberWord(run: string, start: number, folded: string): Word {
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

/** Dates, fractions and kanji numbers, as the same in digits would be. */
function numeralWords(
  groups: Readonly<Record<string, string | undefined>>,
  start: number,
  end: number,
  folded: string,
): Word[] {
  const { era, eraYear, letter, letterYear, year, month, day, shortMonth, shortDay, whole, share, count } = groups;
  const { percent } = groups;
  const digits = (text: string) =>
    /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : (readKanjiNumber(text) ?? text);
  if (whole !== undefined && share !== undefined)
    return [{ start, end, tokens: [{ text: `${digits(whole)}分の${digits(share)}`, kind: 'measure' }] }];
  if (percent !== undefined) {
    const sign = folded[end] === '%' ? 1 : 'パーセント'.length;
    const tokens: Token[] = [
      { text: digits(percent), kind: 'number' },
      { text: `${digits(percent)}ぱーせんと`, kind: 'measure' },
    ];
    return [{ start, end: end + sign, tokens }];
  }
  if (count !== undefined)
    return [
      {
        start,
        end: end + 2,
        tokens: [
          { text: digits(count), kind: 'number' },
          { text: `${digits(count)}か${folded[end + 1] ?? ''}`, kind: 'measure' },
        ],
      },
    ];
  if (shortMonth !== undefined && shortDay !== undefined) {
    const endOfMonth = start + shortMonth.length + 1;
    return [
      calendarWord(digits(shortMonth), '月', start, endOfMonth),
      calendarWord(digits(shortDay), '日', endOfMonth, end),
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
    words.push(calendarWord(digits(month), '月', endOfYear, endOfMonth));
    if (day !== undefined) words.push(calendarWord(digits(day), '日', endOfMonth, end));
  }
  return words;
}

/** The era's name is no more than a letter: it must not be asked for where a page gives the year of our calendar. */
function calendarWord(text: string, unit: string, start: number, end: number, era?: string): Word {
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

/** The whole without its hyphens (covid19) and, where it has them, its parts. */
function latinWord(run: string, start: number): Word {
  const parts = run.split(/[^a-z0-9]+/).filter((part) => part.length > 1);
  const texts = new Set([run.replace(/[^a-z0-9]/g, ''), ...parts]);
  return { start, end: start + run.length, tokens: [...texts].map((text) => ({ text, kind: 'latin' })) };
}
