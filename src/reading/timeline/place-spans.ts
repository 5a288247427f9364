import type { TimePoint, TimeSpan } from '../../text/time-spans.ts';

/**
 * Where a point falls when the base is known. Days and clocks are the reader's; a month that is too short ends early.
 */
function placePoint(base: Moment, { months, days, minutes, clock }: TimePoint): Moment {
  const [year = 0, month = 1, day = 1] = base.day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const at = new Date(first);
  at.setUTCDate(Math.min(day, lastDay) + days);
  at.setUTCMinutes((clock ?? base.minute ?? 0) + minutes);
  const isTimed = clock !== undefined || minutes !== 0 || base.minute !== undefined;
  return {
    day: at.toISOString().slice(0, 10),
    ...(isTimed ? { minute: at.getUTCHours() * 60 + at.getUTCMinutes() } : {}),
  };
}

/**
 * Both ends in the order of time: a plan that counts down names the far end first, one may also be written the other
 * way.
 */
export function placeSpan(base: Moment, { from, to }: TimeSpan): PlacedSpan {
  const [a, b] = [placePoint(base, from), placePoint(base, to)];
  return inOrder(a) <= inOrder(b) ? { from: a, to: b } : { from: b, to: a };
}

export function inOrder({ day, minute = 0 }: Moment): string {
  return `${day} ${String(minute).padStart(4, '0')}`;
}

/** A day, ISO, and where it matters the minute of it. */
export interface Moment {
  day: string;
  minute?: number;
}

export interface PlacedSpan {
  from: Moment;
  to: Moment;
}
