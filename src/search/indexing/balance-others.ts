import { inverseFrequency } from './inverse-frequency.ts';
import type { PageTerms } from './split-tails.ts';
import type { TermWeights } from './weigh-terms.ts';

/**
 * The weights with which a token's worth stays what it is among Q&As alone. Pagefind multiplies each weight by how rare
 * the token is among all pages, and a site of seventy Q&As has twice as many others, on which hardly any word stands.
 */
export function balanceOthers({ tokens, pages, others }: Pick<TermWeights, 'tokens' | 'pages' | 'others'>): {
  pages: readonly PageTerms[];
  others: readonly PageTerms[];
} {
  if (others.length === 0) return { pages, others };
  const inHeads = count(pages, tokens.length, 0);
  const inTails = count(pages, tokens.length, 1);
  const inOthers = count(others, tokens.length, 0);
  const all = pages.length + others.length;
  const balance = (holding: number, besides: number) =>
    inverseFrequency(pages.length, holding) / inverseFrequency(all, holding + besides);
  const weigh = (page: PageTerms): PageTerms => ({
    ...page,
    weights: page.weights.map((weight, place) => {
      const token = page.tokens[place] ?? 0;
      return (
        weight *
        (page.inTail[place] === 1
          ? balance(inTails[token] ?? 0, 0)
          : balance(inHeads[token] ?? 0, inOthers[token] ?? 0))
      );
    }),
  });
  return { pages: pages.map(weigh), others: others.map(weigh) };
}

/** How many pages hold each token in its head, or in its tail. */
function count(pages: readonly PageTerms[], tokens: number, inTail: 0 | 1): Uint32Array {
  const counts = new Uint32Array(tokens);
  for (const page of pages) {
    for (const [place, token] of page.tokens.entries())
      if (page.inTail[place] === inTail) counts[token] = (counts[token] ?? 0) + 1;
  }
  return counts;
}
