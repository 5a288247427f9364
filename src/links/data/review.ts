import { prefectureName } from '../../library/answerers.ts';
import type { LibraryQa } from '../../library/qas.ts';
import type { Status } from '../../schema/choices.ts';
import { paths } from '../address.ts';
import { addDays, addMonths, daysBetween } from '../../strings/days.ts';
import type { Absolute } from '../structured-data.ts';
import { compareTexts } from '../../strings/compare.ts';

/** How many days before its review date a Q&A is listed. */
export const daysAhead = 60;

/**
 * What is due for review on `day` or within the next 60 days, and what rests on a law that was last looked up more than
 * a year before `day`; the most urgent first. For bots that remind the groups.
 */
export function listReviews(qas: readonly LibraryQa[], day: string, absolute: Absolute): Review[] {
  const horizon = addDays(day, daysAhead);
  const yearBefore = addMonths(day, -12);
  return qas
    .map((qa) => toReview(qa, day, absolute))
    .filter(({ status, reviewBy, basisChecked }) => {
      const isDue = status === 'needs-review' || (status === 'current' && reviewBy <= horizon);
      return isDue || (status === 'current' && basisChecked !== null && basisChecked < yearBefore);
    })
    .sort((a, b) => compareTexts(a.reviewBy, b.reviewBy) || compareTexts(a.id, b.id));
}

function toReview(qa: LibraryQa, day: string, absolute: Absolute): Review {
  const [oldest] = qa.basis.map(({ checked }) => checked).sort();
  return {
    id: qa.id,
    url: absolute(paths.qa(qa.id)),
    question: qa.question,
    group: qa.group,
    groupName: `${prefectureName(qa.group)}人会`,
    status: qa.shownStatus,
    reviewBy: qa.reviewBy,
    daysLeft: daysBetween(day, qa.reviewBy),
    basisChecked: oldest ?? null,
  };
}

export interface Review {
  id: string;
  url: string;
  question: string;
  /** Romanised id of the prefecture group. */
  group: string;
  groupName: string;
  status: Status;
  /** ISO day. */
  reviewBy: string;
  /** Days from the day of the build; negative once the date has passed. */
  daysLeft: number;
  /** ISO day on which the longest unchecked law behind it was looked up; `null` where it rests on none. */
  basisChecked: string | null;
}
