import { okurigana } from './matching-key.ts';
import {
  countPattern,
  datePattern,
  eraPattern,
  fractionPattern,
  percentPattern,
  shortDatePattern,
} from './numerals.ts';

/** Cuts folded text into runs of one script and expressions of time and number; what belongs to none is left out. */
export function* cutRuns(folded: string): Generator<Run> {
  let from = 0;
  for (let match = execAt(runs, folded, from); match; match = execAt(runs, folded, from)) {
    const [run = '', kanji, katakana, hiragana] = match;
    const start = match.index;
    const script =
      kanji !== undefined
        ? 'kanji'
        : katakana !== undefined
          ? 'katakana'
          : hiragana !== undefined
            ? 'hiragana'
            : undefined;
    // Few runs are numbers, and the many named groups of these cost more than all else.
    const numeral =
      script === undefined
        ? execAt(digitsAndLatin, folded, start)
        : script === 'kanji' && numeralLetters.has(run.charAt(0))
          ? execAt(kanjiNumerals, folded, start)
          : null;
    from = start + (numeral?.[0] ?? run).length;
    if (numeral) yield { run: numeral[0], start, script: undefined, groups: numeral.groups ?? {} };
    else yield { run, start, script, groups: noGroups };
  }
}

function execAt(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

const kanjiLetters = '[\\p{sc=Han}〆]+';
const runs = new RegExp(
  `(${kanjiLetters}(?:[${okurigana}]{1,2}${kanjiLetters})*)|([ァ-ヺー]+(?:・[ァ-ヺー]+)*)|([ぁ-ゖー]+)|[0-9a-z]`,
  'gu',
);
const kanjiNumerals = new RegExp(`${eraPattern}|${fractionPattern}|${countPattern}|${percentPattern}`, 'uy');
/** What `kanjiNumerals` begins with. */
const numeralLetters: ReadonlySet<string> = new Set('令平昭大明〇一二三四五六七八九十百千数');
const digitsAndLatin = new RegExp(
  `${fractionPattern}|${datePattern}|${shortDatePattern}|` +
    `(?<number>[0-9]+(?:[.,][0-9]+)*)|(?<latin>[a-z]+(?:[-&.'][a-z0-9]+|[0-9]+)*)`,
  'uy',
);
const noGroups: Run['groups'] = {};

export interface Run {
  readonly run: string;
  /** In UTF-16 units. */
  readonly start: number;
  /** Undefined for numbers, dates and Latin letters, which `groups` tells apart. */
  readonly script: 'kanji' | 'katakana' | 'hiragana' | undefined;
  readonly groups: Readonly<Record<string, string | undefined>>;
}
