import type { LibraryQa } from './library-qa.ts';
import { byMonthsNamed } from './months.ts';
import { daysBetween } from '../strings/days.ts';

/** What the home page shows of the month and of what is new: no question stands in both. */
export function pickForFront(qas: readonly LibraryQa[], ofMonth: readonly LibraryQa[]): FrontQas {
  const month = [...ofMonth].sort(byMonthsNamed).slice(0, maxOfMonth);
  const fresh = qas.filter((qa) => !month.includes(qa)).slice(0, maxNew);
  return { month, fresh };
}

/** Another one on each day of a build, in turn; undefined where there is none. */
export function pickOfDay<Item>(items: readonly Item[], day: string): Item | undefined {
  return items[daysBetween('1970-01-01', day) % Math.max(items.length, 1)];
}

const maxOfMonth = 5;
const maxNew = 3;

export interface FrontQas {
  readonly month: readonly LibraryQa[];
  readonly fresh: readonly LibraryQa[];
}
