import { getCollection } from 'astro:content';
import { readTexts, type LibraryQa } from './library-qa.ts';
import { yearlyMonths } from './months.ts';
import { findOverride } from './dev-overrides.ts';

export type { LibraryQa } from './library-qa.ts';

/** All Q&As that are not withdrawn, newest answer first. */
export async function getQas(): Promise<readonly LibraryQa[]> {
  return (await getAllQas()).filter((qa) => qa.status !== 'withdrawn');
}

/** Also the withdrawn ones, whose pages stay. */
export async function getAllQas(): Promise<readonly LibraryQa[]> {
  if (!import.meta.env.PROD) return readQas();
  cache ??= readQas();
  return cache;
}

/** A Q&A as it stands now, not as it was when the development server listed the pages. */
export async function getQa(id: string): Promise<LibraryQa> {
  if (!import.meta.env.PROD) byId = undefined;
  byId ??= getAllQas().then((qas) => new Map(qas.map((qa) => [qa.id, qa])));
  const qa = (await byId).get(id);
  if (!qa) throw new Error(`There is no Q&A ${id}.`);
  return qa;
}

let byId: Promise<ReadonlyMap<string, LibraryQa>> | undefined;

export async function getQasOfGroup(group: string): Promise<readonly LibraryQa[]> {
  return (await getQas()).filter((qa) => qa.group === group);
}

export async function getQasOfTopics(topics: ReadonlySet<string>): Promise<readonly LibraryQa[]> {
  return (await getQas()).filter((qa) => qa.topics.some((topic) => topics.has(topic)));
}

export async function getQasOfMonth(month: number): Promise<readonly LibraryQa[]> {
  return (await getQas()).filter((qa) => yearlyMonths(qa).includes(month));
}

let cache: Promise<readonly LibraryQa[]> | undefined;

async function readQas(): Promise<readonly LibraryQa[]> {
  const entries = await getCollection('qa');
  return entries
    .map(({ id, data }) => readTexts(findOverride(id) ?? data, import.meta.env.CONTENT_STORE))
    .sort((a, b) => b.answered.localeCompare(a.answered) || a.id.localeCompare(b.id));
}
