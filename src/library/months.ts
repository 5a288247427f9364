import type { Qa } from '../schema/qa.ts';
import type { LibraryQa } from './library-qa.ts';
import type { LibraryTopic } from './topics.ts';

/** The months whose work a Q&A belongs to, every year; none where it may be asked at any time. */
export function yearlyMonths({ timing, months }: Pick<Qa, 'timing' | 'months'>): readonly number[] {
  return timing === 'yearly' ? months : [];
}

/** Comparator for a stable sort: a Q&A with fewer months first, since it says more about each of them. */
export function byMonthsNamed(a: Pick<Qa, 'months'>, b: Pick<Qa, 'months'>): number {
  return new Set(a.months).size - new Set(b.months).size;
}

/** Groups Q&As by the top-level topic of the first topic that each of them names. */
export function groupByTopic(qas: readonly LibraryQa[], topics: readonly LibraryTopic[]): TopicGroup[] {
  const above = new Map(topics.flatMap((topic) => [topic, ...topic.children].map(({ id }) => [id, topic.id] as const)));
  const groups = topics.map((topic) => ({
    topic,
    qas: qas.filter((qa) => above.get(qa.topics[0] ?? '') === topic.id),
  }));
  return groups.filter((group) => group.qas.length > 0);
}

/** The months of the fiscal year (年度), April to March. */
export const fiscalYearMonths = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3] as const;

export interface TopicGroup {
  readonly topic: LibraryTopic;
  readonly qas: readonly LibraryQa[];
}
