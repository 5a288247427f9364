import { inverseFrequency } from './inverse-frequency.ts';
import type { TermWeights } from './weigh-terms.ts';

/** For each token the pages of its first list, with what Pagefind would score them. */
export function invert({ tokens, pages }: Pick<TermWeights, 'tokens' | 'pages'>): Map<string, TokenPages> {
  const starts = new Uint32Array(tokens.length + 1);
  for (const page of pages) {
    for (let place = 0; place < page.tokens.length; place += 1) {
      const after = (page.tokens[place] ?? 0) + 1;
      if (page.inTail[place] === 0) starts[after] = (starts[after] ?? 0) + 1;
    }
  }
  for (let token = 0; token < tokens.length; token += 1)
    starts[token + 1] = (starts[token + 1] ?? 0) + (starts[token] ?? 0);
  const next = starts.slice();
  const holding = new Uint32Array(starts.at(-1) ?? 0);
  const scores = new Float32Array(holding.length);
  for (const [number, page] of pages.entries()) {
    for (let place = 0; place < page.tokens.length; place += 1) {
      if (page.inTail[place] === 1) continue;
      const token = page.tokens[place] ?? 0;
      const at = next[token] ?? 0;
      next[token] = at + 1;
      const count = (starts[token + 1] ?? 0) - (starts[token] ?? 0);
      holding[at] = number;
      scores[at] = (page.weights[place] ?? 0) * inverseFrequency(pages.length, count);
    }
  }
  return new Map(
    tokens.map((text, token) => {
      const [from, to] = [starts[token], starts[token + 1]];
      return [text, { pages: holding.subarray(from, to), scores: scores.subarray(from, to) }];
    }),
  );
}

export interface TokenPages {
  readonly pages: Uint32Array;
  readonly scores: Float32Array;
}
