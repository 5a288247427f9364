import { AskedQuestions } from './asked-questions.ts';
import { invert } from './invert.ts';
import type { PreparedIndex } from './prepare-index.ts';

/** How many related questions a page names at most, beside those that an editor chose. */
export const relatedCount = 5;

/**
 * For each page's id the ids of those that answer nearly the same question, nearest first: each question is put to the
 * index with its other words. Words simply add up here, which is enough between whole questions and fast for ten
 * thousand. What `asked` holds is not worked out again.
 */
export function findRelated(
  { pages, terms, vocabulary }: PreparedIndex,
  count: number,
  asked: AskedQuestions = new AskedQuestions(),
): Map<string, string[]> {
  const termsOf = asked.ask(
    pages.map(({ question }) => question),
    vocabulary,
  );
  const postings = invert(terms);
  const scores = new Float64Array(pages.length);
  return new Map(
    pages.map((page, own) => {
      scores.fill(0);
      for (const [token, weight] of termsOf(page.question)) {
        const held = postings.get(token);
        if (!held) continue;
        const { pages: holding, scores: given } = held;
        for (let place = 0; place < holding.length; place += 1) {
          const other = holding[place] ?? 0;
          scores[other] = (scores[other] ?? 0) + weight * (given[place] ?? 0);
        }
      }
      const mine = scores[own] ?? 0;
      scores[own] = 0;
      return [page.id, best(scores, count, mine * minShare).map((other) => pages[other]?.id ?? '')];
    }),
  );
}

/**
 * A page is related if it answers at least this share of the question, measured by what the question's own page scores.
 */
const minShare = 0.25;

/** The newer first of those that score the same. */
function best(scores: Float64Array, count: number, least: number): number[] {
  const pages: number[] = [];
  for (let page = scores.length - 1; page >= 0; page -= 1) {
    const score = scores[page] ?? 0;
    if (score < least || score === 0) continue;
    const place = pages.findIndex((held) => (scores[held] ?? 0) < score);
    if (place >= 0) pages.splice(place, 0, page);
    else if (pages.length < count) pages.push(page);
    if (pages.length > count) pages.pop();
  }
  return pages;
}
