import { toDayInJapan } from '../strings/days.ts';
import type { StoredEvent } from './stored.ts';
import { compareTexts } from '../strings/compare.ts';

/** The latest start first, whatever offsets the moments are written with; then those without a date. */
export function byTime(a: LibraryEvent, b: LibraryEvent): number {
  const at = ({ start }: LibraryEvent): number => (start === undefined ? -Infinity : Date.parse(start));
  return at(a) === at(b) ? compareTexts(a.id, b.id) : at(b) - at(a);
}

/** An event is still to come on its last day in Japan; `day` is ISO. Examples never come and never were. */
export function splitByTime(
  events: readonly LibraryEvent[],
  day: string,
): { coming: LibraryEvent[]; past: LibraryEvent[]; samples: LibraryEvent[] } {
  const isComing = (event: LibraryEvent) => event.end !== undefined && toDayInJapan(new Date(event.end)) >= day;
  const real = events.filter((event) => event.provenance !== 'sample');
  return {
    coming: real.filter(isComing).reverse(),
    past: real.filter((event) => !isComing(event)),
    samples: events.filter((event) => event.provenance === 'sample'),
  };
}

/** Some titles say themselves that they are examples, which stands beside them anyway. */
export function eventTitle(title: string): string {
  return title.replace(/^【作例】/, '');
}

export interface LibraryEvent extends StoredEvent {
  id: string;
}
