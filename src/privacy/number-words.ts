import { change, type Change, type View } from './view.ts';
import { toHiragana } from '../text/kana.ts';

/**
 * Numbers that are written digit by digit in words (ゼロキュウゼロ…), in kanji (〇九〇…) or with a space after each digit, as
 * digits. Only runs as long as a telephone number: shorter ones are years, counts and ordinary words.
 */
export function withDigits(view: View): View {
  const changes: Change[] = [];
  for (const { index, 0: signs } of view.text.matchAll(longEnough))
    for (let at = index; at < index + signs.length;) {
      const run = readRun(view.text, at);
      if (run.digits.length >= minDigits && (run.hasWords || run.isSpaced))
        changes.push({ start: at, end: run.end, written: run.digits });
      at = Math.max(run.end, at + 1);
    }
  return change(view, changes);
}

/** A run keeps to its kind of letters: in 「番号に〇九〇」 the particle is no digit. */
function readRun(text: string, from: number): Run {
  const run: Run = { end: from, digits: '', hasWords: false, isSpaced: true };
  let script: Script | undefined;
  for (let at = from; ;) {
    token.lastIndex = at;
    const found = token.exec(text)?.groups;
    if (!found) return run;
    const { gap = '', digit, kanji, hiragana, katakana } = found;
    const own: Script = hiragana !== undefined ? 'hiragana' : katakana !== undefined ? 'katakana' : 'digits';
    if ((script ?? own) !== own || (script === undefined && gap !== '')) return run;
    run.digits += digit ?? digitOf(kanji ?? hiragana ?? katakana ?? '');
    run.hasWords ||= digit === undefined;
    run.isSpaced &&= script === undefined || gap !== '';
    run.end = at = token.lastIndex;
    script = own;
  }
}

const words = [
  ['ゼロ', 'レイ', 'マル'],
  ['イチ'],
  ['ニ', 'ニー'],
  ['サン'],
  ['ヨン', 'シ'],
  ['ゴ', 'ゴー'],
  ['ロク'],
  ['ナナ', 'シチ'],
  ['ハチ'],
  ['キュウ', 'キュー', 'ク'],
];
const values = new Map(words.flatMap((spoken, value) => spoken.map((word) => [word, String(value)] as const)));
const longestFirst = [...values.keys()].sort((one, other) => other.length - one.length);
const inHiragana = longestFirst.map((word) => toHiragana(word));
for (const [word, value] of [...values]) values.set(toHiragana(word), value);
const kanjiDigits = '〇一二三四五六七八九';
for (const [value, kanji] of [...kanjiDigits].entries()) values.set(kanji, String(value));
for (const [value, sign] of [...'⓪①②③④⑤⑥⑦⑧⑨'].entries()) values.set(sign, String(value));
for (const [sign, value] of [
  ['零', '0'],
  ['○', '0'],
  ['壱', '1'],
  ['弐', '2'],
  ['参', '3'],
] as const)
  values.set(sign, value);

const minDigits = 10;
const gaps = String.raw`\s\-ー‐-―−・、,.の|`;
const signsForDigits = '〇一二三四五六七八九零○壱弐参⓪①-⑨';
const token = new RegExp(
  [
    String.raw`(?<gap>[${gaps}]{0,3})(?:(?<digit>\d)|(?<kanji>[${signsForDigits}])|`,
    String.raw`(?<katakana>${longestFirst.join('|')})|(?<hiragana>${inHiragana.join('|')}))`,
  ].join(''),
  'y',
);

/** As many signs of digits and of what stands between them as a run has at least. */
const longEnough = new RegExp(
  `[${gaps}${signsForDigits}\\d${longestFirst.join('')}${inHiragana.join('')}]{${minDigits},}`,
  'g',
);

function digitOf(word: string): string {
  return values.get(word) ?? '';
}

interface Run {
  end: number;
  digits: string;
  hasWords: boolean;
  /** Whether something stands between all of its digits. */
  isSpaced: boolean;
}

type Script = 'digits' | 'hiragana' | 'katakana';
