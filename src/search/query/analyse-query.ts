import { romajiToHiragana } from '../../text/romaji.ts';
import { tokenise, tokeniseFolded, type Token, type Word } from '../../text/tokenise.ts';
import { matchVocabulary, type PreparedVocabulary, type VocabularyMatch } from './match-vocabulary.ts';
import { parseQuery } from './parse-query.ts';
import { kindWeights, leastWeight, mostOthers, positionSlope, readingWeight, strengthWeights } from './scoring.ts';

/** What was typed → the index tokens to look up, each with its weight and the reason why it is looked up. */
export function analyseQuery(text: string, vocabulary: PreparedVocabulary): QueryPlan {
  const { free, phrases, excluded } = parseQuery(text);
  const matches = matchVocabulary(free, vocabulary);
  const words = tokeniseFolded(free, vocabulary.kanaWords).map((word) => ({ ...word, typed: free.slice(word.start, word.end) }));
  const shares = readShares(words, matches);
  const placeWeight = (start: number) => (words.length > 2 ? 1 + positionSlope * (0.5 - start / free.length) : 1);
  const terms = new TermList();

  for (const [index, word] of words.entries()) {
    const share = (shares[index] ?? 1) * placeWeight(word.start);
    for (const token of word.tokens) terms.add(token, share, { typed: word.typed, found: word.typed, reason: 'same', words: [index] });
    for (const kana of romanised(word)) {
      for (const token of tokensOf(kana, vocabulary)) terms.add(token, share * readingWeight, { typed: word.typed, found: kana, reason: 'reading', words: [index] });
      for (const match of matchVocabulary(kana, vocabulary)) addTargets(terms, { ...match, typed: word.typed, words: [index], share }, vocabulary);
    }
  }
  for (const match of matches) {
    const covered = words.flatMap((word, index) => (word.start < match.end && word.end > match.start ? [index] : []));
    addTargets(terms, { ...match, typed: free.slice(match.start, match.end), words: covered, share: (match.stopWeight ?? 1) * placeWeight(match.start) }, vocabulary);
  }
  return { text: free, words, shares, terms: terms.list(), phrases, excluded };
}

/** A word in a stop phrase keeps the phrase's weight; if nothing else was typed, the stop phrases are the query. */
function readShares(words: readonly Word[], matches: readonly VocabularyMatch[]): number[] {
  const shares = words.map((word) => matches.find((match) => match.stopWeight !== undefined && match.start <= word.start && match.end >= word.end)?.stopWeight ?? 1);
  return shares.some((share) => share > 0) ? shares : words.map(() => 1);
}

function addTargets(terms: TermList, match: Covering, vocabulary: PreparedVocabulary): void {
  const add = (target: string, weight: number, reason: Reason) => {
    const tokens = tokensOf(target, vocabulary);
    const pairs = tokens.filter((token) => token.kind === 'pair').length;
    for (const token of tokens) {
      const part = token.kind === 'pair' ? 1 / Math.max(1, pairs - 0.5) : 1;
      terms.add(token, weight * part * match.share, { typed: match.typed, found: target, reason, words: match.words });
    }
  };
  for (const { target, strength } of match.targets) add(target, strengthWeights[strength], 'synonym');
  for (const word of match.readings) {
    add(word, readingWeight, 'reading');
    for (const inner of matchVocabulary(word, vocabulary)) {
      for (const { target, strength } of inner.targets) add(target, readingWeight * strengthWeights[strength], 'synonym');
    }
  }
}

function romanised(word: Word): string[] {
  return word.tokens.flatMap((token) => (token.kind === 'latin' ? (romajiToHiragana(token.text) ?? []) : []));
}

function tokensOf(text: string, vocabulary: PreparedVocabulary): Token[] {
  return tokenise(text, vocabulary.kanaWords).flatMap((word) => [...word.tokens]);
}

/** One entry a token: the heaviest of its reasons. */
class TermList {
  readonly #terms = new Map<string, Term>();

  add(token: Token, share: number, source: TermSource): void {
    const weight = share * kindWeights[token.kind];
    const held = this.#terms.get(token.text);
    if (weight > 0 && (!held || held.weight < weight)) this.#terms.set(token.text, { token: token.text, kind: token.kind, weight, ...source });
  }

  /** What was typed, and of the other words those that weigh enough to be worth looking up. */
  list(): Term[] {
    const terms = [...this.#terms.values()];
    const others = terms.filter((term) => term.reason !== 'same' && term.weight >= leastWeight).sort((a, b) => b.weight - a.weight);
    return [...terms.filter((term) => term.reason === 'same'), ...others.slice(0, mostOthers)];
  }
}

/** Why a token is looked up: as typed, by its reading, by the vocabulary, or as the likely meaning of a slip. */
export type Reason = 'same' | 'reading' | 'synonym' | 'typo';

export interface TermSource {
  readonly typed: string;
  readonly found: string;
  readonly reason: Reason;
  /** Places in `QueryPlan.words` of the typed words it stands for. */
  readonly words: readonly number[];
}

export interface Term extends TermSource {
  readonly token: string;
  readonly kind: Token['kind'];
  readonly weight: number;
}

export interface TypedWord extends Word {
  readonly typed: string;
}

export interface QueryPlan {
  /** Folded, without signs; offsets of the words point into it. */
  readonly text: string;
  readonly words: readonly TypedWord[];
  /** For each word what stop phrases leave of it: 0 for one that says nothing. */
  readonly shares: readonly number[];
  readonly terms: readonly Term[];
  readonly phrases: readonly string[];
  readonly excluded: readonly string[];
}

interface Covering extends VocabularyMatch {
  readonly typed: string;
  readonly words: readonly number[];
  readonly share: number;
}
