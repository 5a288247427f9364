/** Numbers and dates in their several spellings, each as one: 令和3年10月 = 2021年10月 = 2021.10, 四月 = 4月, 1箇月 = 1か月. */

/**
 * A number in kanji as digits (一一九 → 119, 二十三 → 23), or undefined for what is none. From 万 on, digits are not used
 * either.
 */
function readKanjiNumber(text: string): string | undefined {
  if (text === '元') return '1';
  if (/^[〇一二三四五六七八九]+$/.test(text))
    return [...text]
      .map((letter) => digits.indexOf(letter))
      .join('')
      .replace(/^0+(?=\d)/, '');
  if (!/^[一二三四五六七八九十百千]+$/.test(text)) return undefined;
  let total = 0;
  let digit = 0;
  for (const letter of text) {
    const value = digits.indexOf(letter);
    if (value > 0) digit = value;
    else {
      total += Math.max(1, digit) * (letter === '十' ? 10 : letter === '百' ? 100 : 1000);
      digit = 0;
    }
  }
  return String(total + digit);
}

/** A number in digits or in kanji as digits, without zeros before it; what is none stays as it is. */
export function readArabicOrKanji(text: string): string {
  return /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : (readKanjiNumber(text) ?? text);
}

/** The year of our calendar that an era's year is. */
export function readEraYear(era: string, year: string): string | undefined {
  const start = eraStarts.get(era);
  const count = /^\d+$/.test(year) ? year : readKanjiNumber(year);
  return start === undefined || count === undefined ? undefined : String(start + Number(count));
}

const digits = '〇一二三四五六七八九';

/** The year before the first. */
const eraStarts: ReadonlyMap<string, number> = new Map([
  ['令和', 2018],
  ['r', 2018],
  ['平成', 1988],
  ['h', 1988],
  ['昭和', 1925],
  ['s', 1925],
  ['大正', 1911],
  ['明治', 1867],
]);

const kanjiDigits = '[〇一二三四五六七八九十百千]+';
const kanjiDigitLetters: ReadonlySet<string> = new Set('〇一二三四五六七八九十百千');

/** Where an expression of time or a part of a whole begins, as named groups; all look at folded text. */
export const eraPattern = `(?<era>令和|平成|昭和|大正|明治)(?<eraYear>元|[0-9]{1,2}|${kanjiDigits})(?=年)`;
/** R3.10.1, H30年, 2021-10; a letter alone with its year: R3. */
export const datePattern =
  '(?<![a-z0-9.])(?:(?<letter>[rhs])(?<letterYear>[0-9]{1,2}|元)|(?<year>(?:19|20)[0-9]{2}))' +
  '(?:(?<dot>[./-])(?<month>0?[1-9]|1[0-2])(?:\\k<dot>(?<day>0?[1-9]|[12][0-9]|3[01]))?(?![0-9./-])|(?<bare>(?<=[rh][0-9]{1,2})(?![a-z0-9./-])))';
/** 4/1 is a day; a year before it or a third number behind it makes it another. */
export const shortDatePattern =
  '(?<![0-9a-z./-])(?<shortMonth>0?[1-9]|1[0-2])/(?<shortDay>0?[1-9]|[12][0-9]|3[01])(?![0-9./-])';
export const fractionPattern = `(?<![\\p{sc=Han}0-9])(?<whole>[0-9]+|${kanjiDigits})分の(?<share>[0-9]+|${kanjiDigits})(?!\\p{sc=Han})`;
/** 一か月, 三箇所, 数カ国: か is written in six ways. */
export const countPattern = `(?<!\\p{sc=Han})(?<count>${kanjiDigits}|数)(?=[かヶヵカケ箇][月所国年条町村])`;
/** 十パーセント; in digits its sign stands for the word. */
export const percentPattern = `(?<percent>${kanjiDigits})(?=パーセント|%)`;

/** 5千円 and 50万円 are 5000円 and 500000円: the number, and how many letters of the text behind it belong to it. */
export function readMultiplied(number: string, behind: string): { readonly text: string; readonly length: number } {
  const [multiplier = ''] = /^(?:[十百千]?[万億]|千)(?=[円人件個枚台世本票冊戸kmg])/.exec(behind) ?? [];
  const factor = [...multiplier].reduce((product, letter) => product * (multipliers.get(letter) ?? 1), 1);
  const product = Number(number) * factor;
  return Number.isSafeInteger(product) && multiplier !== ''
    ? { text: String(product), length: multiplier.length }
    : { text: number, length: 0 };
}

const multipliers: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
  ['万', 10_000],
  ['億', 100_000_000],
]);

export const counterKa = /^[かヶヵカケ箇](?=[月所国年条町村])/;

/** A kanji run that is a number with its unit, or begins with one: 四月, 一一九番, 四月上旬. */
export function readCounted(run: string): Counted | undefined {
  if (!kanjiDigitLetters.has(run.charAt(0))) return undefined;
  const [, number, unit, rest] = counted.exec(run) ?? [];
  if (number === undefined || unit === undefined || rest === undefined) return undefined;
  const whole = number + unit;
  const goesOn = rest !== '' && rest !== '間' && !datelike.includes(unit);
  if ((idioms.has(whole) && rest !== '間') || goesOn || (unit === '番' && number.length === 1)) return undefined;
  const digits = readKanjiNumber(number);
  return digits === undefined ? undefined : { number: digits, unit };
}

const counted = new RegExp(
  `^(${kanjiDigits})([月年日時分秒人名件回番円歳個階枚本台週号条項割倍級丁])(\\p{sc=Han}*)$`,
  'u',
);
/** Units after which a run may go on and still be counted: 四月上旬, 三年生. */
const datelike = '月年日歳条';
const idioms: ReadonlySet<string> = new Set(['十分', '一時', '一本', '一番', '千本']);

/** Month and day in kanji at the beginning of a run (四月一日付): two words, as in digits. */
export function readKanjiDate(run: string): DatePart[] | undefined {
  if (!kanjiDigitLetters.has(run.charAt(0))) return undefined;
  const { month, day } = kanjiDate.exec(run)?.groups ?? {};
  const numbers = [month, day].map((text) => Number(readKanjiNumber(text ?? '')));
  if (month === undefined || day === undefined || !isDay(numbers)) return undefined;
  return [
    { at: 0, length: month.length + 1, number: String(numbers[0]), unit: '月' },
    { at: month.length + 1, length: day.length + 1, number: String(numbers[1]), unit: '日' },
  ];
}

function isDay([month = 0, day = 0]: readonly number[]): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const kanjiDate = new RegExp(`^(?<month>${kanjiDigits})月(?<day>${kanjiDigits})日`, 'u');

export interface DatePart extends Counted {
  /** Where it stands in the run. */
  readonly at: number;
  readonly length: number;
}

export interface Counted {
  /** In digits. */
  readonly number: string;
  readonly unit: string;
}
