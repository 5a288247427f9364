import { perSite } from './site.ts';
import { byTime, type LibraryEvent } from './event-times.ts';

/** Events with a date, the next to come first, then past ones and those known by words alone. */
export async function getEvents(): Promise<readonly LibraryEvent[]> {
  return inOrder();
}

const inOrder = perSite(({ events }) => events.map(({ id, data }) => ({ ...data, id })).sort(byTime));
