import { getCollection } from 'astro:content';
import { byTime, type LibraryEvent } from './event-times.ts';

/** Events with a date, the next to come first, then past ones and those known by words alone. */
export async function getEvents(): Promise<LibraryEvent[]> {
  const entries = await getCollection('events');
  return entries.map(({ id, data }) => ({ ...data, id })).sort(byTime);
}
