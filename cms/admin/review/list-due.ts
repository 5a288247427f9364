import type { ListedEntry } from '../../protocol/entry-shapes.ts';
import { compareTexts } from '../../../src/strings/compare.ts';

/** Q&As that want a look by a day, the longest overdue first; of some groups alone if any are named. */
export function listDue(
  entries: readonly ListedEntry[],
  { until, groups }: { until: string; groups: readonly string[] },
): DueQuestion[] {
  return entries
    .flatMap(({ path, fields }) => {
      const { question, group, reviewBy, status } = fields ?? {};
      if (typeof question !== 'string' || typeof group !== 'string' || typeof reviewBy !== 'string') return [];
      const isDue = status === 'needs-review' || (status === 'current' && reviewBy <= until);
      if (!isDue || (groups.length > 0 && !groups.includes(group))) return [];
      return [
        {
          path,
          slug: path.replace(/^content\/qa\//, '').replace(/\.mdx$/, ''),
          question,
          group,
          reviewBy,
          needsReview: status === 'needs-review',
        },
      ];
    })
    .sort((one, other) => compareTexts(one.reviewBy, other.reviewBy) || compareTexts(one.slug, other.slug));
}

export interface DueQuestion {
  path: string;
  slug: string;
  question: string;
  group: string;
  reviewBy: string;
  needsReview: boolean;
}
