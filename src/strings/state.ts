import { formatMonthInShort, formatShortDay } from './dates.ts';
import { addDays } from './days.ts';

/** What lists of states call an answer whose review date has not passed: nobody vouches that it holds. */
export const withinReview = '見直し期限内';

/** 「見直し期限内（2027年4月まで）」 of an answer that holds; other states have a word of their own. */
export function sayWithinReview(reviewBy: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(reviewBy)) return withinReview;
  return `${withinReview}（${isLastOfMonth(reviewBy) ? formatMonthInShort(reviewBy) : formatShortDay(reviewBy)}まで）`;
}

function isLastOfMonth(day: string): boolean {
  return addDays(day, 1).endsWith('-01');
}
