import { withLazyTexts, type LibraryQa } from './library-qa.ts';
import { compareTexts } from '../strings/compare.ts';
import { yearlyMonths } from './months.ts';
import { getTexts, perSite } from './site.ts';

export type { LibraryQa } from './library-qa.ts';

/** All Q&As that are not withdrawn, newest answer first. */
export async function getQas(): Promise<readonly LibraryQa[]> {
  return qas();
}

/** Also the withdrawn ones, whose pages stay. */
export async function getAllQas(): Promise<readonly LibraryQa[]> {
  return allQas();
}

/** Those that are not withdrawn, by id. */
export async function getQasById(): Promise<ReadonlyMap<string, LibraryQa>> {
  return shownById();
}

export async function getQasOfGroup(group: string): Promise<readonly LibraryQa[]> {
  return qas().filter((qa) => qa.group === group);
}

export async function getQasOfTopics(topics: ReadonlySet<string>): Promise<readonly LibraryQa[]> {
  return qas().filter((qa) => qa.topics.some((topic) => topics.has(topic)));
}

export async function getQasOfMonth(month: number): Promise<readonly LibraryQa[]> {
  return qas().filter((qa) => yearlyMonths(qa).includes(month));
}

const allQas = perSite(({ qa, day }) =>
  qa
    .map((stored) => withLazyTexts(stored, day, getTexts))
    .sort((a, b) => compareTexts(b.answered, a.answered) || compareTexts(a.id, b.id)),
);
const qas = perSite(() => allQas().filter((qa) => qa.status !== 'withdrawn'));
const shownById = perSite(() => new Map(qas().map((qa) => [qa.id, qa])));
