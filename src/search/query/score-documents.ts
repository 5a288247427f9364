import { isLetter } from '../../text/tokenise.ts';
import type { QueryPlan } from './analyse-query.ts';
import {
  besideInSentence,
  besideKnown,
  fewWords,
  flattening,
  flatteningInSentence,
  insteadOfUnknown,
  kindInSentence,
  partOfKnown,
} from './scoring.ts';
import type { Term } from './term-list.ts';

/**
 * What each page says of each typed word, and from these the page's score. Within a word everything adds up; between
 * words growth flattens, so that a page with a little of every word stands before one that repeats a single word.
 */
export function scoreDocuments(plan: QueryPlan, postings: PostingsOf, pageCount: number): Float64Array {
  const isKnown = plan.words.map(
    (word) => word.tokens[0] !== undefined && postings(word.tokens[0].text).pages.length > 0,
  );
  const inSentence = isSentence(plan);
  const exponent = inSentence ? flatteningInSentence : flattening;
  const scores = new Float64Array(pageCount);
  const carrying = new Set<string>();
  for (const terms of groupByWord(plan.terms)) {
    const ofWord = new Map<number, number>();
    for (const term of terms) {
      const { pages, scores: given } = postings(term.token);
      const weight =
        term.weight * standing(term, isKnown, inSentence) * (inSentence ? (kindInSentence[term.kind] ?? 1) : 1);
      if (pages.length > 0) carrying.add(isLetter(term.kind) && !isWholeReading(term) ? term.token : '');
      for (let place = 0; place < pages.length; place += 1) {
        const page = pages[place] ?? 0;
        ofWord.set(page, (ofWord.get(page) ?? 0) + weight * (given[place] ?? 0));
      }
    }
    let maxScore = 0;
    for (const score of ofWord.values()) maxScore = Math.max(maxScore, score);
    for (const [page, score] of ofWord) scores[page] = (scores[page] ?? 0) + maxScore * (score / maxScore) ** exponent;
  }
  // A single kanji never carries a query that asks for more: 市 of さいたま市. A quoted phrase is looked for verbatim.
  const isMoreAsked =
    plan.phrases.length === 0 && plan.terms.some((term) => term.reason === 'same' && !isLetter(term.kind));
  return isMoreAsked && carrying.size === 1 && !carrying.has('') ? scores.fill(0) : scores;
}

/** 鍵 is all that かぎ is read for, and 古 all that 古い has but its ending. */
function isWholeReading({ reason, found, token }: Term): boolean {
  return reason === 'reading' && found.startsWith(token) && /^[ぁ-ゖ]*$/.test(found.slice(token.length));
}

/** Who parts words by spaces has chosen them to be found; a sentence is everyday words. */
function isSentence({ words, text }: QueryPlan): boolean {
  return words.length > fewWords && !text.trim().includes(' ');
}

function groupByWord(terms: readonly Term[]): Iterable<Term[]> {
  const groups = new Map<number, Term[]>();
  for (const term of terms) {
    const word = term.words[0] ?? 0;
    const group = groups.get(word);
    if (group) group.push(term);
    else groups.set(word, [term]);
  }
  return groups.values();
}

function standing(term: Term, isKnown: readonly boolean[], inSentence: boolean): number {
  const isWholeKnown = term.words.some((word) => isKnown[word]);
  if (term.reason !== 'same' && !isWholeKnown) return insteadOfUnknown;
  if (term.reason !== 'same') return inSentence ? besideInSentence : besideKnown;
  return isWholeKnown && (term.kind === 'piece' || term.kind === 'joint') ? partOfKnown : 1;
}

/** Pages by falling score, without those so far below the best that they only share a common word with it. */
export function rankPages(scores: Float64Array, floor: number, isAllowed: (page: number) => boolean): number[] {
  const best = scores.reduce((max, score, page) => (score > max && isAllowed(page) ? score : max), 0);
  const pages: number[] = [];
  for (const [page, score] of scores.entries())
    if (score > 0 && score >= best * floor && isAllowed(page)) pages.push(page);
  return pages.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a);
}

/** The terms of the plan that one page holds. */
export function matchedTerms(plan: QueryPlan, postings: PostingsOf, page: number): Term[] {
  return plan.terms.filter((term) => postings(term.token).pages.includes(page));
}

/** Pages that hold a word as a whole: its compound or, for a pair of letters and less, its one token. */
export function pagesWithWord(tokens: readonly Pick<Term, 'token' | 'kind'>[], postings: PostingsOf): Set<number> {
  const whole = tokens.filter((token) => token.kind === 'compound');
  const deciding = whole.length > 0 ? whole : tokens.filter((token) => !isLetter(token.kind) || tokens.length === 1);
  const [first, ...rest] = deciding.map((token) => new Set(postings(token.token).pages));
  return new Set([...(first ?? [])].filter((page) => rest.every((pages) => pages.has(page))));
}

export type PostingsOf = (token: string) => Postings;

/** Pages that one token stands on, and Pagefind's score of each. */
export interface Postings {
  readonly pages: readonly number[];
  readonly scores: readonly number[];
}
