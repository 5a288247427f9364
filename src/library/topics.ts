import { getCollection } from 'astro:content';
import type { StoredTopic } from './stored.ts';

export interface LibraryTopic extends StoredTopic {
  id: string;
  children: LibraryTopic[];
}

/** Topics of the first level in their order, each with its children. */
export async function getTopicTree(): Promise<LibraryTopic[]> {
  const all = await getTopics();
  return all.filter((topic) => !topic.parent);
}

/** Every topic in order. */
export async function getTopics(): Promise<readonly LibraryTopic[]> {
  if (!import.meta.env.PROD) return readTopics();
  cache ??= readTopics();
  return cache;
}

/** A build asks for the topics on every page. */
let cache: Promise<readonly LibraryTopic[]> | undefined;

async function readTopics(): Promise<readonly LibraryTopic[]> {
  const entries = await getCollection('topics');
  const topics = entries
    .map(({ id, data }): LibraryTopic => ({ ...data, id, children: [] }))
    .sort((a, b) => a.order - b.order || a.kana.localeCompare(b.kana, 'ja'));
  for (const topic of topics) topic.children = topics.filter((child) => child.parent === topic.id);
  return topics;
}
