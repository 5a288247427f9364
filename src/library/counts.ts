import type { Provenance } from '../schema/choices.ts';
import type { LibraryQa } from './qas.ts';
import type { LibraryTopic } from './topics.ts';
import { withDescendants } from './topic-families.ts';

/** Numbers of Q&As by group id: what came out of the group, or is told of it, apart from examples written for it. */
export function countByGroup(qas: readonly LibraryQa[]): Map<string, GroupCount> {
  const own = countBy(
    qas.filter((qa) => qa.provenance !== 'sample'),
    (qa) => [qa.group],
  );
  const samples = countBy(
    qas.filter((qa) => qa.provenance === 'sample'),
    (qa) => [qa.group],
  );
  const ids = new Set([...own.keys(), ...samples.keys()]);
  return new Map([...ids].map((id) => [id, { own: own.get(id) ?? 0, samples: samples.get(id) ?? 0 }]));
}

/** Number of Q&As by provenance. */
export function countByProvenance(qas: readonly LibraryQa[]): Record<Provenance, number> {
  const counts = countBy(qas, (qa) => [qa.provenance]);
  return { chat: counts.get('chat') ?? 0, article: counts.get('article') ?? 0, sample: counts.get('sample') ?? 0 };
}

/** Number of Q&As by topic id; a topic counts those of its children, each Q&A once. */
export function countByTopic(qas: readonly LibraryQa[], topics: readonly LibraryTopic[]): Map<string, number> {
  const all = topics.flatMap((topic) => [topic, ...topic.children]);
  const families = new Map<string, string[]>();
  for (const topic of all)
    for (const id of withDescendants(topic)) families.set(id, [...(families.get(id) ?? []), topic.id]);
  const counts = countBy(qas, (qa) => new Set(qa.topics.flatMap((id) => families.get(id) ?? [])));
  return new Map(all.map(({ id }) => [id, counts.get(id) ?? 0]));
}

function countBy<Key>(qas: readonly LibraryQa[], keysOf: (qa: LibraryQa) => Iterable<Key>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const qa of qas) for (const key of keysOf(qa)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

export interface GroupCount {
  /** Posts and articles. */
  own: number;
  samples: number;
}
