import type { LibraryQa } from './qas.ts';
import { withDescendants, type LibraryTopic } from './topics.ts';

/** Number of Q&As by group id. */
export function countByGroup(qas: readonly LibraryQa[]): Map<string, number> {
  return countBy(qas, (qa) => [qa.group]);
}

/** Number of Q&As by topic id; a topic counts those of its children, each Q&A once. */
export function countByTopic(qas: readonly LibraryQa[], topics: readonly LibraryTopic[]): Map<string, number> {
  const all = topics.flatMap((topic) => [topic, ...topic.children]);
  return new Map(all.map((topic) => [topic.id, qas.filter((qa) => qa.topics.some((id) => withDescendants(topic).has(id))).length]));
}

function countBy<Key>(qas: readonly LibraryQa[], keysOf: (qa: LibraryQa) => readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const qa of qas) for (const key of keysOf(qa)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
