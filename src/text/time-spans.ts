/**
 * Reads when something is due from the words that work plans use: 「24〜18か月」, 「1か月前」, 「前日」, 「開庁後2週間」, 「0〜10分」,
 * 「翌朝6時」. Words without a time give nothing.
 */
export function readTimeSpan(cell: string, { base, order }: SpanContext): TimeSpan | undefined {
  const text = fold(cell);
  const parts = text.split(/[~・、]/).filter((part, index, all) => part !== '' || index < all.length - 1);
  const unit = [...parts]
    .reverse()
    .map(findUnit)
    .find((found) => found !== undefined);
  const points = parts.map((part) =>
    readPoint(/^\d+(?:\.5)?$/.test(part) && unit ? part + unit : part, fold(base), order),
  );
  const [first] = points;
  const last = points.at(-1);
  if (!last) return first ? { from: first, to: first } : undefined;
  return { from: first ?? last, to: last };
}

/** Whether the first column counts down to its day or on from it, by its head and its cells. */
export function readOrder(head: string, cells: readonly string[]): SpanContext['order'] {
  if (/まで|前/.test(head)) return 'before';
  if (/から|後|経過|時刻/.test(head)) return 'after';
  return cells.some((cell) => /前(?!年)/.test(cell)) ? 'before' : 'after';
}

/** Compatibility forms, the many ways to write months, and small numbers in kanji. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s*_]+/g, '')
    .replace(/[〜～–—-]/g, '~')
    .replace(/[ヶケヵカ箇個]月/g, 'か月')
    .replace(/[一二三四五六七八九十](?=か月|週|日(?!曜)|年|時間|分)/g, (numeral) =>
      String('一二三四五六七八九十'.indexOf(numeral) + 1),
    );
}

function findUnit(part: string): string | undefined {
  return /\d(か月|年|週間?|日|時間|分)/.exec(part)?.[1];
}

function readPoint(part: string, base: string, order: SpanContext['order']): TimePoint | undefined {
  const clock = readClock(part);
  const counted = readCounted(part, order) ?? readWord(part, base);
  if (!counted) return clock === undefined ? undefined : { ...atBase, clock };
  return clock === undefined ? counted : { ...counted, clock };
}

function readCounted(part: string, order: SpanContext['order']): TimePoint | undefined {
  const nth = /(?<!\d)(\d{1,4})(日|週|か月)目/.exec(part);
  if (nth) return inUnits(Number(nth[1]) - 1, nth[2] ?? '');
  const counted = part
    .replace(/\d{1,2}時(?!間)(?:\d{1,2}分)?/, '')
    .replace('半年', '6か月')
    .replace('半日', '12時間');
  const found = /(?<![\d.])(\d{1,4}(?:\.5)?)(年|か月|週間?|日|時間|分)(半?)/.exec(counted);
  if (!found) return undefined;
  const [, digits = '', unit = '', half = ''] = found;
  const amount = Number(digits) + (half === '' ? 0 : 0.5);
  const isAfter = /後|から|経過|以降/.test(part) || (order === 'after' && !/前(?!年)/.test(part));
  return inUnits(isAfter ? amount : -amount, unit);
}

function inUnits(amount: number, unit: string): TimePoint {
  if (unit === '年') return { ...atBase, months: amount * 12 };
  if (unit === 'か月') return { ...atBase, months: Math.trunc(amount), days: Math.round((amount % 1) * 30) };
  if (unit.startsWith('週')) return { ...atBase, days: Math.round(amount * 7) };
  if (unit === '日') return { ...atBase, days: Math.trunc(amount) };
  return { ...atBase, minutes: amount * (unit === '分' ? 1 : 60) };
}

function readWord(part: string, base: string): TimePoint | undefined {
  const word = words.find(([pattern]) => pattern.test(part));
  if (word) return { ...atBase, ...word[1] };
  return base !== '' && part.includes(base) ? atBase : undefined;
}

/** 「8:30」, 「翌朝5時」, 「午後1時半」 as minutes of the day. */
function readClock(part: string): number | undefined {
  const digital = /(\d{1,2}):(\d{2})/.exec(part);
  const spoken = /(\d{1,2})時(?!間)(?:(\d{1,2})分|(半))?/.exec(part);
  const found = digital ?? spoken;
  if (!found) return undefined;
  const hour = Number(found[1]) + (/午後|夕方/.test(part) && Number(found[1]) < 12 ? 12 : 0);
  const minute = found[3] === '半' ? 30 : Number(found[2] ?? 0);
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

const atBase: TimePoint = { months: 0, days: 0, minutes: 0 };

const words: readonly (readonly [RegExp, Partial<TimePoint>])[] = [
  [/前々日/, { days: -2 }],
  [/前の?週/, { days: -7 }],
  [/前月/, { months: -1 }],
  [/前日|前夜/, { days: -1 }],
  [/翌々日/, { days: 2 }],
  [/翌週/, { days: 7 }],
  [/翌月/, { months: 1 }],
  [/翌日|翌朝/, { days: 1 }],
  [/当日|本番|すぐ|直後|その日|発災/, {}],
];

/** How far from the base; `clock` is a time of that day in minutes. */
export interface TimePoint {
  months: number;
  days: number;
  minutes: number;
  clock?: number;
}

export interface TimeSpan {
  from: TimePoint;
  to: TimePoint;
}

export interface SpanContext {
  /** What the table counts to or from, as in 「開庁日」. */
  base: string;
  order: 'before' | 'after';
}
