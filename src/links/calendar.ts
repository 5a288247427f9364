import ical from 'ical-generator';
import { prefectureName } from '../library/answerers.ts';
import type { LibraryEvent } from '../library/event-times.ts';
import { linkWords } from '../strings/links.ts';
import { siteWords } from '../strings/site.ts';
import { paths } from './address.ts';
import type { Absolute } from './structured-data.ts';

/** Events with a date as iCalendar, but for examples: nobody can go there. */
export function writeCalendar(events: readonly LibraryEvent[], { absolute, day }: CalendarContext): string {
  const calendar = ical({
    name: `${siteWords.name}：${linkWords.feeds.calendar}`,
    prodId: { company: 'kenjinkai-knowledge', product: 'events', language: 'JA' },
    timezone: null,
    ttl: 60 * 60 * 24,
  });
  for (const event of events) {
    if (!goesIntoCalendars(event) || !event.start || !event.end) continue;
    const url = absolute(paths.event(event.id));
    calendar.createEvent({
      id: `${event.id}@kenjinkai-knowledge`,
      start: new Date(event.start),
      end: new Date(event.end),
      stamp: new Date(`${day}T00:00:00+09:00`),
      summary: event.title,
      description: [
        event.summary,
        event.text.sections.map((section) => [section.heading, section.text].filter(Boolean).join('\n')).join('\n\n'),
        url,
      ]
        .filter(Boolean)
        .join('\n\n'),
      url,
      categories: event.group ? [{ name: `${prefectureName(event.group)}人会` }] : [],
      ...(event.place ? { location: event.place } : {}),
    });
  }
  return calendar.toString();
}

export function hasDate({ start, end }: LibraryEvent): boolean {
  return start !== undefined && end !== undefined;
}

export function goesIntoCalendars(event: LibraryEvent): boolean {
  return hasDate(event) && event.provenance !== 'sample';
}

export interface CalendarContext {
  absolute: Absolute;
  /** Day of the build, ISO. */
  day: string;
}
