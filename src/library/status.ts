import { statuses, type Status } from '../schema/choices.ts';
import { sayWithinReview, withinReview } from '../strings/state.ts';

/** What a reader is told today: a current answer whose review date has passed needs review. */
export function statusOn(day: string, entry: { status: Status; reviewBy: string }): Status {
  return entry.status === 'current' && entry.reviewBy < day ? 'needs-review' : entry.status;
}

/** The states as readers see them: editors call an answer 有効, which nobody can promise a reader. */
export const shownStates: Readonly<Record<Status, string>> = { ...statuses, current: withinReview };

/** The same with the month until which it may be relied on. */
export function sayState(status: Status, reviewBy: string): string {
  return status === 'current' ? sayWithinReview(reviewBy) : statuses[status];
}
