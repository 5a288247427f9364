import type { TokenKind } from '../../text/token.ts';
import type { SynonymEntry } from '../vocabulary.ts';

/** Every number that ranking turns on, in one place; `docs/search-log.md` says what each brought. */
export const kindWeights: Readonly<Record<TokenKind, number>> = {
  letter: 0.5,
  part: 0.3,
  word: 1,
  compound: 0.7,
  pair: 1,
  joined: 1,
  katakana: 1.3,
  piece: 0.3,
  joint: 0.3,
  hiragana: 1.3,
  adverb: 0.2,
  asking: 0.5,
  prefix: 0.5,
  number: 1,
  measure: 1,
  latin: 1,
  bridge: 0.1,
  mixed: 1,
  field: 1,
};

export const strengthWeights: Readonly<Record<SynonymEntry[0], number>> = {
  same: 0.65,
  near: 0.65,
  sibling: 0.35,
  related: 0.3,
};
export const readingWeight = 0.9;
/** How far a page answers a word that holds only another one in its place. */
export const trustIn: Readonly<Record<SynonymEntry[0], number>> = { same: 1, near: 0.85, sibling: 0.6, related: 0.5 };
export const typoWeight = 0.7;

/** What a number counts beside itself with its unit. */
export const bareNumber = 0.3;
/** What a loanword counts in other words of several parts. */
export const loanAmongWords = 0.3;
/** What a part of a typed katakana compound counts where the index has the whole. */
export const partOfKnown = 0.35;

/** What a part of a name counts that other names stand for as a whole. */
export const ofPart = 0.5;

/** A question names its subject first and its wish last: from 1 + half of this at its start to 1 − half at its end. */
export const positionSlope = 0.5;

/** Pages that reach less than this share of the best one's score do not even touch the query. */
export const floorByRelevance = 0.12;

/** What a page says of a word, measured by how rare that is, if the word is its subject. */
export const coverReference = 2;
/** Pages that are shown reach this share of the best one's score, … */
export const likelyScore = 0.3;
/** … hold this share of what the best one holds of the query, and so much of the query itself. */
export const likelyCover = 0.45;
export const minCover = 0.25;
/** A best page that holds less of the query hardly answers it: then so few are shown. */
export const sureCover = 0.52;
export const maxUnsure = 3;
/** What stands nowhere and was asked for alone is found in other words on pages that hold so much of them. */
export const minAlone = 0.5;
/** Held by no page to this share, the main part of a query stands nowhere. */
export const missingBelow = 0.35;

/**
 * Where no page says what was asked for, only pages count that hold at least this share of what the nearest one holds.
 */
export const nearestShare = 0.85;

/** How far, of its score, an answer from a body like the reader's own rises, for who has said what that is. */
export const nearness = 0.06;

/** Fewer words were chosen to be found; more than these are a sentence, in everyday words. */
export const fewWords = 2;
/**
 * What other words count beside a typed word that the index has: among few words, in a sentence, and instead of one
 * that it has not.
 */
export const besideKnown = 0.7;
export const besideInSentence = 0.95;
export const insteadOfUnknown = 1.1;

/** Exponent of what a page says of one word: 1 would add words up, towards 0 only their number would count. */
export const flattening = 0.6;
export const flatteningInSentence = 0.57;
/**
 * What kinds of token count more or less in a sentence: verbs of one kanji (払う) say what is asked; pairs meet by
 * chance.
 */
export const kindInSentence: Partial<Readonly<Record<TokenKind, number>>> = { letter: 1.3, part: 1.3, pair: 0.85 };

/** Tokens of other words that weigh less are not looked up: mostly single pairs of letters out of long words. */
export const minWeight = 0.25;
/** Most tokens of other words in one query; each costs a look-up. */
export const maxOthers = 26;
