import { toDayInJapan } from './days.ts';

const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('ja-JP', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Tokyo' });
const weekday = new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: 'Asia/Tokyo' });

/** `2021-11-20` → `2021年（令和3年）11月20日`. Year 1 of an era is 元年. */
export function formatDay(isoDay: string): string {
  const { year, month, day } = splitDay(isoDay);
  return `${year}年（${eraYear(isoDay)}）${month}月${day}日`;
}

/** `2021-11-20` → `2021年11月20日`, for narrow places. */
export function formatShortDay(isoDay: string): string {
  const { year, month, day } = splitDay(isoDay);
  return `${year}年${month}月${day}日`;
}

/** `2021-09` → `2021年（令和3年）9月`. */
export function formatMonth(isoMonth: string): string {
  const { year, month } = splitDay(`${isoMonth}-01`);
  return `${year}年（${eraYear(`${isoMonth}-01`)}）${month}月`;
}

/** `2027-04-30` → `2027年4月`, for narrow places. */
export function formatMonthInShort(isoDay: string): string {
  const { year, month } = splitDay(isoDay);
  return `${year}年${month}月`;
}

/** Two moments with offset → `2027年（令和9年）2月13日（土）14:00〜16:30`; the day stands once where it is the same. */
export function formatSpan(start: string, end: string): string {
  const [from, to] = [new Date(start), new Date(end)];
  const isOneDay = toDayInJapan(from) === toDayInJapan(to);
  return `${formatMoment(start)}〜${isOneDay ? clock.format(to) : formatMoment(end)}`;
}

/** A moment with offset → `2027年（令和9年）2月13日（土）14:00`, in Japan's time. */
export function formatMoment(moment: string): string {
  const at = new Date(moment);
  return `${formatDay(toDayInJapan(at))}（${weekday.format(at)}）${clock.format(at)}`;
}

function eraYear(isoDay: string): string {
  return era.format(new Date(`${isoDay}T00:00:00Z`)).replace(/(\D)1年$/, '$1元年');
}

function splitDay(isoDay: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = isoDay.split('-').map(Number);
  return { year, month, day };
}
