import ical, { ICalEventTransparency } from 'ical-generator';
import { prefectureName } from '../library/answerers.ts';
import type { LibraryEvent } from '../library/event-times.ts';
import { linkWords } from '../strings/links.ts';
import { siteWords } from '../strings/site.ts';
import { paths } from './address.ts';
import type { Absolute } from './structured-data.ts';

/** Events with a date as iCalendar. Examples say so in their title and block no one's time. */
export function writeCalendar(events: readonly LibraryEvent[], { absolute, day }: CalendarContext): string {
  const calendar = ical({ name: `${siteWords.name}：${linkWords.feeds.calendar}`, prodId: { company: 'kenjinkai-knowledge', product: 'events', language: 'JA' }, timezone: null, ttl: 60 * 60 * 24 });
  for (const event of events) {
    if (!event.start || !event.end) continue;
    const isSample = event.provenance === 'sample';
    const url = absolute(paths.event(event.id));
    const created = calendar.createEvent({
      id: `${event.id}@kenjinkai-knowledge`,
      start: new Date(event.start),
      end: new Date(event.end),
      stamp: new Date(`${day}T00:00:00+09:00`),
      summary: isSample && !event.title.startsWith(`【${siteWords.sample}】`) ? `【${siteWords.sample}】${event.title}` : event.title,
      description: [event.summary, event.text.sections.map((section) => [section.heading, section.text].filter(Boolean).join('\n')).join('\n\n'), url].filter(Boolean).join('\n\n'),
      url,
      categories: event.group ? [{ name: `${prefectureName(event.group)}人会` }] : [],
      ...(event.place ? { location: event.place } : {}),
    });
    if (isSample) created.transparency(ICalEventTransparency.TRANSPARENT);
  }
  return calendar.toString();
}

export function hasDate(event: LibraryEvent): boolean {
  return event.start !== undefined && event.end !== undefined;
}

export interface CalendarContext {
  absolute: Absolute;
  /** Day of the build, ISO. */
  day: string;
}
