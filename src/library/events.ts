import { getCollection } from 'astro:content';
import type { StoredEvent } from './stored.ts';

export interface LibraryEvent extends StoredEvent {
  id: string;
}

/** Events with a date, the next to come first, then past ones and those known by words alone. */
export async function getEvents(): Promise<LibraryEvent[]> {
  const entries = await getCollection('events');
  return entries.map(({ id, data }) => ({ ...data, id })).sort((a, b) => (b.start ?? '').localeCompare(a.start ?? '') || a.id.localeCompare(b.id));
}

export function splitByTime(events: readonly LibraryEvent[], day: string): { coming: LibraryEvent[]; past: LibraryEvent[] } {
  const isComing = (event: LibraryEvent) => event.end !== undefined && event.end.slice(0, 10) >= day;
  return { coming: events.filter(isComing).reverse(), past: events.filter((event) => !isComing(event)) };
}
