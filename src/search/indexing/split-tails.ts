import { inverseFrequency } from './inverse-frequency.ts';

/**
 * Of a token that many pages have, the pages it weighs least in move to its tail, which is read only when it can
 * matter.
 */
export function splitTails(pages: readonly PageTerms[], frequencies: Uint32Array, cap: number): void {
  for (const { pages: holding, places, weights } of listCommon(pages, frequencies, cap)) {
    const least = nthHeaviest(weights, cap);
    // Of pages that weigh the least of what stays, the first stay.
    let room = cap - weights.reduce((heavier, weight) => heavier + (weight > least ? 1 : 0), 0);
    const idf = inverseFrequency(pages.length, weights.length);
    const inHead = idf / inverseFrequency(pages.length, cap);
    const inTail = idf / inverseFrequency(pages.length, weights.length - cap);
    for (const [index, weight] of weights.entries()) {
      const stays = weight > least || (weight === least && room > 0);
      if (weight === least) room -= 1;
      const page = pages[holding[index] ?? 0];
      const place = places[index] ?? 0;
      if (!page) continue;
      page.weights[place] = weight * (stays ? inHead : inTail);
      page.inTail[place] = stays ? 0 : 1;
    }
  }
}

/** The weight that `count` of these reach, or more if several weigh the same. */
function nthHeaviest(weights: Float32Array, count: number): number {
  const list = weights.slice();
  let [from, to] = [0, list.length - 1];
  const wanted = list.length - count;
  while (from < to) {
    const middle = list[(from + to) >> 1] ?? 0;
    let [low, high] = [from, to];
    while (low <= high) {
      while ((list[low] ?? 0) < middle) low += 1;
      while ((list[high] ?? 0) > middle) high -= 1;
      if (low > high) break;
      const held = list[low] ?? 0;
      list[low] = list[high] ?? 0;
      list[high] = held;
      low += 1;
      high -= 1;
    }
    if (wanted <= high) to = high;
    else if (wanted >= low) from = low;
    else break;
  }
  return list[wanted] ?? 0;
}

/** Where each token stands that more pages hold than `cap`. */
function listCommon(pages: readonly PageTerms[], frequencies: Uint32Array, cap: number): Common[] {
  const common: (Common | undefined)[] = Array.from(frequencies, (containing) =>
    containing > cap
      ? {
          pages: new Uint32Array(containing),
          places: new Uint32Array(containing),
          weights: new Float32Array(containing),
          filled: 0,
        }
      : undefined,
  );
  for (const [number, page] of pages.entries()) {
    for (let place = 0; place < page.tokens.length; place += 1) {
      const list = common[page.tokens[place] ?? 0];
      if (!list) continue;
      list.pages[list.filled] = number;
      list.places[list.filled] = place;
      list.weights[list.filled] = page.weights[place] ?? 0;
      list.filled += 1;
    }
  }
  return common.filter((list) => list !== undefined);
}

/** The pages that hold one token, with its place and weight in each. */
interface Common {
  readonly pages: Uint32Array;
  readonly places: Uint32Array;
  readonly weights: Float32Array;
  filled: number;
}

/** The tokens of one page, each with its weight there, and 1 where the page stands in the token's tail. */
export interface PageTerms {
  readonly tokens: Uint32Array;
  readonly weights: Float32Array;
  readonly inTail: Uint8Array;
}
