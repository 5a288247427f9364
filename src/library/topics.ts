import { perSite } from './site.ts';
import type { StoredSite, StoredTopic } from './stored.ts';

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
  return inOrder();
}

/** Every page asks for the topics. */
const inOrder = perSite(readTopics);

function readTopics(site: StoredSite): readonly LibraryTopic[] {
  const topics = site.topics
    .map(({ id, data }): LibraryTopic => ({ ...data, id, children: [] }))
    .sort((a, b) => a.order - b.order || a.kana.localeCompare(b.kana, 'ja'));
  for (const topic of topics) topic.children = topics.filter((child) => child.parent === topic.id);
  return topics;
}
