import { readLater, type LibraryQa } from './library-qa.ts';
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

export async function getQa(id: string): Promise<LibraryQa> {
  const qa = byId().get(id);
  if (!qa) throw new Error(`There is no Q&A ${id}.`);
  return qa;
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
    .map((stored) => readLater(stored, day, getTexts))
    .sort((a, b) => compareTexts(b.answered, a.answered) || compareTexts(a.id, b.id)),
);
const qas = perSite(() => allQas().filter((qa) => qa.status !== 'withdrawn'));
const byId = perSite(() => new Map(allQas().map((qa) => [qa.id, qa])));
const shownById = perSite(() => new Map(qas().map((qa) => [qa.id, qa])));
