import { quantile } from '../../../src/cli/search/quantile.ts';
import type { ClerkQuery } from './clerk-query.ts';

/** Measures one answer of the page against what was judged right. */
export function judge(query: ClerkQuery, { shown, nothing, leftOut }: Shown): Judgement {
  const place = shown.findIndex((id) => query.best.includes(id)) + 1;
  const useless = shown.filter((id) => !query.right.includes(id)).length;
  const isDenied = nothing !== '' || leftOut !== '';
  const isGood = query.best.length > 0 ? place === 1 : isDenied || shown.length <= fewCards;
  return { query, shown, place, useless, isDenied, isGood };
}

export function summarise(judgements: readonly Judgement[]): Summary {
  const answered = judgements.filter(({ query }) => query.best.length > 0);
  const unanswered = judgements.filter(({ query }) => query.best.length === 0);
  const narrow = answered.filter(({ query }) => query.right.length <= fewCards);
  return {
    answered: answered.length,
    first: answered.filter(({ place }) => place === 1).length,
    firstThree: answered.filter(({ place }) => place >= 1 && place <= 3).length,
    missing: answered.filter(({ place }) => place === 0).length,
    denied: answered.filter(({ isDenied }) => isDenied).length,
    narrow: narrow.length,
    uselessMedian:
      narrow.length === 0
        ? 0
        : quantile(
            narrow.map(({ useless }) => useless),
            0.5,
          ),
    longLists: narrow.filter(({ shown }) => shown.length > manyCards).length,
    unanswered: unanswered.length,
    saysSo: unanswered.filter(({ isGood }) => isGood).length,
  };
}

const fewCards = 3;
const manyCards = 10;

interface Shown {
  readonly shown: readonly string[];
  /** The sentence that nothing was found; '' if it is not there. */
  readonly nothing: string;
  /** The sentence that names words without a result; '' if it is not there. */
  readonly leftOut: string;
}

export interface Judgement {
  readonly query: ClerkQuery;
  readonly shown: readonly string[];
  /** Position among the cards shown of the first that is one of `query.best`, counted from 1; 0 if none is shown. */
  readonly place: number;
  /** Cards shown that are not right. */
  readonly useless: number;
  /** The page says that a word or a subject is not there, or nothing at all. */
  readonly isDenied: boolean;
  /** The best stands first; or, where nothing is right, the page says so or shows few cards. */
  readonly isGood: boolean;
}

export interface Summary {
  readonly answered: number;
  readonly first: number;
  readonly firstThree: number;
  readonly missing: number;
  /** Answered ones of which the page says that a word or the subject is not there. */
  readonly denied: number;
  /** Questions to which at most three Q&As are right; the next two figures are about these. */
  readonly narrow: number;
  /** Median number of cards shown that are not right. */
  readonly uselessMedian: number;
  /** Questions for which more than ten cards are shown. */
  readonly longLists: number;
  readonly unanswered: number;
  /** Unanswered ones of which the page says so, or shows few cards. */
  readonly saysSo: number;
}
