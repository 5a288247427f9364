import { isCrossWordBigram } from '../../text/cross-word-bigrams.ts';
import type { Token } from '../../text/token.ts';
import type { QueryPlan } from './analyse-query.ts';
import type { PostingsOf } from './score-documents.ts';
import { coverReference, flattening, kindWeights } from './scoring.ts';

/**
 * How much of what was asked for each of some pages answers, from 0 to 1. A score says which page is best; this says
 * whether the best is any good: what stands on no page counts too, and the more the rarer it is.
 */
export function coverPages(plan: QueryPlan, lists: Lists, pages: readonly number[]): Cover {
  const read = makeReader(lists, pages);
  const units = plan.units.map((unit, place): UnitCover => {
    const [typed, ...others] = plan.meanings.filter((meaning) => meaning.words.every((word) => unit.includes(word)));
    const own = typed ? typed.parts.flat().filter((token) => !isCrossWordBigram(token.kind)) : [];
    const literal = read.holds(own);
    const held = literal.slice();
    let worth = read.worthOf(own);
    const isKnown = own.some((token) => token.kind !== 'pair' && read.stands(token));
    for (const meaning of others) {
      const parts = meaning.parts.map((part) => read.tokensToHold(part)).filter((part) => part.length > 0);
      if (!parts.some((part) => part.some((token) => read.stands(token)))) continue;
      const share = Math.min(1, meaning.typed.length / (typed?.typed.length ?? 1));
      // Another writing of an unknown word is the word: it is as rare as it is written there.
      if (!isKnown && meaning.trust === 1 && share === 1) worth = Math.min(worth, read.worthOf(parts.flat()));
      const ofParts = parts.map((part) => read.holds(part));
      for (const [slot, hold] of read.holds(parts.flat()).entries()) {
        // Other words stand for what was typed only together: ごみ is no 粗大ごみ.
        if (ofParts.some((part) => part[slot] === 0)) continue;
        const whole = share * meaning.trust * hold + (1 - share) * (literal[slot] ?? 0);
        if (whole > (held[slot] ?? 0)) held[slot] = whole;
      }
    }
    return {
      place,
      worth: (worth / Math.sqrt(Math.max(1, own.length))) * Math.max(...unit.map((word) => plan.shares[word] ?? 1)),
      held,
    };
  });
  const whole = units.reduce((sum, { worth }) => sum + worth, 0);
  const shares = pages.map((_, slot) =>
    whole === 0 ? 0 : units.reduce((sum, { worth, held }) => sum + worth * (held[slot] ?? 0), 0) / whole,
  );
  return { shares, units };
}

function makeReader({ postings, pageCount, cap }: Lists, pages: readonly number[]) {
  const slots = new Int32Array(pageCount).fill(-1);
  for (const [slot, page] of pages.entries()) slots[page] = slot;
  const rarityOf = (token: Token): number => {
    const { pages: holding, scores } = postings(token.text);
    const rarity = Math.log(1 + (pageCount - holding.length + 0.5) / (holding.length + 0.5));
    // Of a common word only the first pages are known: it is no rarer than what it says where it says most.
    return holding.length < cap
      ? rarity
      : Math.min(rarity, scores.reduce((max, score) => Math.max(max, score), 0) / coverReference);
  };
  const worthOf = (tokens: readonly Token[]) =>
    tokens.reduce((sum, token) => sum + kindWeights[token.kind] * rarityOf(token), 0);
  return {
    worthOf,
    /** A compound that stands somewhere is held as a whole, any other by its pairs. */
    tokensToHold: (part: readonly Token[]): readonly Token[] => {
      const whole = part.find((token) => token.kind === 'compound');
      if (whole && postings(whole.text).pages.length > 0) return [whole];
      return part.filter((token) => token !== whole && !isCrossWordBigram(token.kind));
    },
    stands: (token: Token) => postings(token.text).pages.length > 0,
    /** For each page how much it holds of words that belong together. */
    holds: (tokens: readonly Token[]): Float64Array => {
      const held = new Float64Array(pages.length);
      const full = worthOf(tokens);
      if (full === 0) return held;
      for (const token of tokens) {
        const { pages: holding, scores } = postings(token.text);
        const rarity = rarityOf(token);
        const share = (kindWeights[token.kind] * rarity) / full;
        for (let place = 0; place < holding.length; place += 1) {
          const slot = slots[holding[place] ?? 0] ?? -1;
          const said = Math.min(1, (scores[place] ?? 0) / (coverReference * rarity)) ** flattening;
          if (slot >= 0) held[slot] = (held[slot] ?? 0) + share * said;
        }
      }
      return held;
    },
  };
}

export interface Lists {
  readonly postings: PostingsOf;
  readonly pageCount: number;
  /** Longer lists are cut off here. */
  readonly cap: number;
}

export interface Cover {
  /** Of the given pages, in their order. */
  readonly shares: readonly number[];
  readonly units: readonly UnitCover[];
}

interface UnitCover {
  /** In `QueryPlan.units`. */
  readonly place: number;
  /** How much of the query it is. */
  readonly worth: number;
  /** How much of it each page holds. */
  readonly held: Float64Array;
}
