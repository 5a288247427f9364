import type { TokenKind } from '../../text/tokenise.ts';
import type { Strength } from '../vocabulary.ts';

/** Every number that ranking turns on, in one place; `docs/search.md` says what each brought. */
export const kindWeights: Readonly<Record<TokenKind, number>> = {
  letter: 0.5,
  word: 1,
  compound: 0.7,
  pair: 1,
  joined: 0.6,
  katakana: 1.3,
  hiragana: 1,
  number: 1,
  measure: 1,
  latin: 1,
};

export const strengthWeights: Readonly<Record<Strength, number>> = { same: 0.9, near: 0.5, related: 0.25 };
export const readingWeight = 0.9;
export const typoWeight = 0.7;

/** A question names its subject first and its wish last: from 1 + half of this at its start to 1 − half at its end. */
export const positionSlope = 0.5;

/** Pages that reach less than this share of the best one's score are no results. */
export const floorByRelevance = 0.12;
/** Sorted by date, a page that only touches the query would stand first: only pages that answer most of it are sorted. */
export const floorByDate = 0.4;
