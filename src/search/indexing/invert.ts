import type { Postings } from '../query/score-documents.ts';
import { inverseFrequency } from './inverse-frequency.ts';
import type { TermWeights } from './weigh-terms.ts';

/** For each token the pages of its first list, with what Pagefind would score them. */
export function invert({ tokens, pages }: TermWeights): Map<string, Postings> {
  const lists = tokens.map((): { pages: number[]; scores: number[] } => ({ pages: [], scores: [] }));
  for (const [number, page] of pages.entries()) {
    for (const [place, token] of page.tokens.entries()) {
      if (page.inTail[place] === 1) continue;
      lists[token]?.pages.push(number);
      lists[token]?.scores.push(page.weights[place] ?? 0);
    }
  }
  return new Map(
    lists.map((list, token) => {
      const idf = inverseFrequency(pages.length, list.pages.length);
      return [tokens[token] ?? '', { pages: list.pages, scores: list.scores.map((weight) => weight * idf) }];
    }),
  );
}
