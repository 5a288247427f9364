import { formatShortDay } from '../../strings/dates.ts';
import { holidayOn } from './holidays.ts';
import { inOrder, type Moment, type PlacedSpan } from './place-spans.ts';

/** 「2028年5月8日（月）8:30」, 「2028年5月3日（水・憲法記念日）」. */
export function sayMoment({ day, minute }: Moment): string {
  const clock = minute === undefined ? '' : sayClock(minute);
  const holiday = holidayOn(day);
  return `${formatShortDay(day)}（${weekdayOf(day)}${holiday === undefined ? '' : `・${holiday}`}）${clock}`;
}

export function saySpan({ from, to }: PlacedSpan): string {
  if (inOrder(from) === inOrder(to)) return sayMoment(to);
  const end = from.day === to.day && to.minute !== undefined ? sayClock(to.minute) : sayMoment(to);
  return `${sayMoment(from)}〜${end}`;
}

/** Whether offices are closed on the day of a row that names one day. */
export function isDayOff({ from, to }: PlacedSpan): boolean {
  return from.day === to.day && ('土日'.includes(weekdayOf(to.day)) || holidayOn(to.day) !== undefined);
}

export function sayClock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

function weekdayOf(day: string): string {
  return '日月火水木金土'.charAt(new Date(`${day}T00:00:00Z`).getUTCDay());
}
