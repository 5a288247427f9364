import type { LibraryTopic } from './topics.ts';

/** The ids of a topic and its children: what its page lists. */
export function withDescendants(topic: LibraryTopic): Set<string> {
  return new Set([topic.id, ...topic.children.map((child) => child.id)]);
}
