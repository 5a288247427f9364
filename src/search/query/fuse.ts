import type { QueryPlan, Term } from './analyse-query.ts';

/** Adds up what each looked-up term says of each page. */
export function fuseScores(plan: QueryPlan, postings: PostingsOf, pageCount: number): Float64Array {
  const scores = new Float64Array(pageCount);
  for (const term of plan.terms) {
    const { pages, scores: given } = postings(term.token);
    for (let place = 0; place < pages.length; place += 1) {
      const page = pages[place] ?? 0;
      scores[page] = (scores[page] ?? 0) + term.weight * (given[place] ?? 0);
    }
  }
  return scores;
}

/** Pages by falling score, without those so far below the best that they only share a common word with it. */
export function rankPages(scores: Float64Array, floor: number, isAllowed: (page: number) => boolean): number[] {
  const best = scores.reduce((most, score, page) => (score > most && isAllowed(page) ? score : most), 0);
  const pages: number[] = [];
  for (const [page, score] of scores.entries()) if (score > 0 && score >= best * floor && isAllowed(page)) pages.push(page);
  return pages.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a);
}

/** The terms of the plan that one page holds. */
export function matchedTerms(plan: QueryPlan, postings: PostingsOf, page: number): Term[] {
  return plan.terms.filter((term) => postings(term.token).pages.includes(page));
}

/** Pages that hold a word as a whole: its compound or, for a pair of letters and less, its one token. */
export function pagesWithWord(tokens: readonly Pick<Term, 'token' | 'kind'>[], postings: PostingsOf): Set<number> {
  const whole = tokens.filter((token) => token.kind === 'compound');
  const deciding = whole.length > 0 ? whole : tokens.filter((token) => token.kind !== 'letter' || tokens.length === 1);
  const [first, ...rest] = deciding.map((token) => new Set(postings(token.token).pages));
  return new Set([...(first ?? [])].filter((page) => rest.every((pages) => pages.has(page))));
}

export type PostingsOf = (token: string) => Postings;

/** Pages that one token stands on, and Pagefind's score of each. */
export interface Postings {
  readonly pages: readonly number[];
  readonly scores: readonly number[];
}
