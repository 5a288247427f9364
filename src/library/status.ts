import type { Status } from '../schema/choices.ts';

/** What a reader is told today: a current answer whose review date has passed needs review. */
export function statusOn(day: string, entry: { status: Status; reviewBy: string }): Status {
  return entry.status === 'current' && entry.reviewBy < day ? 'needs-review' : entry.status;
}
