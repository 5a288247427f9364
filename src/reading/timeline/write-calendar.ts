import ical from 'ical-generator';
import type { Moment } from './place-spans.ts';
import type { PlannedRow } from './write-plan.ts';
import { addDays } from '../../strings/days.ts';

/** The dated rows of a plan as iCalendar: whole days where no time is named, otherwise Japan's time. */
export function writeCalendar(rows: readonly PlannedRow[], { title, url, stamp }: CalendarHead): string {
  const calendar = ical({
    name: title,
    prodId: { company: 'kenjinkai-knowledge', product: 'timeline', language: 'JA' },
    timezone: null,
  });
  for (const [index, { cells, span }] of rows.entries()) {
    if (!span) continue;
    const [when = '', what = '', ...rest] = cells;
    const allDay = span.from.minute === undefined || span.to.minute === undefined;
    calendar.createEvent({
      id: `${url}#${index + 1}`,
      stamp,
      allDay,
      start: allDay ? new Date(`${span.from.day}T00:00:00Z`) : toDate(span.from),
      // The end of a whole day is the next one (RFC 5545).
      end: allDay ? new Date(addDays(span.to.day, 1)) : toDate(span.to),
      summary: what === '' ? when : what,
      description: [when, ...rest, title, url].filter((line) => line !== '').join('\n'),
    });
  }
  return calendar.toString();
}

function toDate({ day, minute = 0 }: Moment): Date {
  return new Date(Date.parse(`${day}T00:00:00+09:00`) + minute * 60_000);
}

export interface CalendarHead {
  title: string;
  url: string;
  /** When it was written. */
  stamp: Date;
}
