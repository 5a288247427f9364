import type { Qa } from '../schema/qa.ts';
import type { LibraryQa } from './library-qa.ts';
import type { LibraryTopic } from './topics.ts';

/** The months whose work a Q&A belongs to, every year; none where it may be asked at any time. */
export function yearlyMonths({ timing, months }: Pick<Qa, 'timing' | 'months'>): readonly number[] {
  return timing === 'yearly' ? months : [];
}

/** First what names fewest months and so tells most of each; in the order of `qas` where the number is the same. */
export function byMonthsNamed(a: Pick<Qa, 'months'>, b: Pick<Qa, 'months'>): number {
  return new Set(a.months).size - new Set(b.months).size;
}

/** Under each topic of the first level the Q&As that name it, or one below it, first: each Q&A stands under one. */
export function groupByTopic(qas: readonly LibraryQa[], topics: readonly LibraryTopic[]): TopicGroup[] {
  const above = new Map(topics.flatMap((topic) => [topic, ...topic.children].map(({ id }) => [id, topic.id] as const)));
  const groups = topics.map((topic) => ({
    topic,
    qas: qas.filter((qa) => above.get(qa.topics[0] ?? '') === topic.id),
  }));
  return groups.filter((group) => group.qas.length > 0);
}

/** From April to March, as the offices' year goes. */
export const workingYear = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3] as const;

export interface TopicGroup {
  readonly topic: LibraryTopic;
  readonly qas: readonly LibraryQa[];
}
