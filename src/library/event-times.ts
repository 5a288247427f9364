import { toDayInJapan } from '../strings/dates.ts';
import type { StoredEvent } from './stored.ts';

/** The latest start first, whatever offsets the moments are written with; then those without a date. */
export function byTime(a: LibraryEvent, b: LibraryEvent): number {
  const at = ({ start }: LibraryEvent): number => (start === undefined ? -Infinity : Date.parse(start));
  return at(a) === at(b) ? a.id.localeCompare(b.id) : at(b) - at(a);
}

/** An event is still to come on its last day in Japan; `day` is ISO. */
export function splitByTime(
  events: readonly LibraryEvent[],
  day: string,
): { coming: LibraryEvent[]; past: LibraryEvent[] } {
  const isComing = (event: LibraryEvent) => event.end !== undefined && toDayInJapan(new Date(event.end)) >= day;
  return { coming: events.filter(isComing).reverse(), past: events.filter((event) => !isComing(event)) };
}

export interface LibraryEvent extends StoredEvent {
  id: string;
}
