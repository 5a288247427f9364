import { isCrossWordBigram } from '../../../src/text/cross-word-bigrams.ts';
import { tokenise } from '../../../src/text/tokenise.ts';

/**
 * How near two questions are, from 0 to 1: what share of the words of each the other has, words weighed by how rare
 * they are among all questions. Words that the search takes for one another count as the same.
 */
export function measureNearness(typed: string, found: string, { weigh, sameWords }: NearnessOptions): number {
  const [asked, known] = [wordsOf(typed), wordsOf(found)];
  const askedTokens = new Set(asked.flat());
  const knownTokens = new Set(known.flat());
  const meant = sameWords
    .map((pair) => ({ asked: tokensOf(pair.typed), known: tokensOf(pair.found) }))
    .filter((pair) => isWithin(pair.asked, askedTokens) && isWithin(pair.known, knownTokens));
  const shareOf = (words: readonly Word[], shared: ReadonlySet<string>) => {
    const total = words.reduce((sum, word) => sum + weightOf(word, weigh), 0);
    const held = words.reduce((sum, word) => sum + weightOf(word, weigh) * heldShare(word, shared), 0);
    return total === 0 ? 0 : held / total;
  };
  const both = [...askedTokens].filter((token) => knownTokens.has(token));
  const ofAsked = shareOf(asked, new Set([...both, ...meant.flatMap((pair) => [...pair.asked])]));
  const ofKnown = shareOf(known, new Set([...both, ...meant.flatMap((pair) => [...pair.known])]));
  return ofAsked + ofKnown === 0 ? 0 : (2 * ofAsked * ofKnown) / (ofAsked + ofKnown);
}

/**
 * Questions by their tokens, so that of thousands those alone are measured that can be near: `weigh` says how rare a
 * token is among them, `findSharing` gives the numbers of those that hold a share of what was typed.
 */
export function indexQuestions(): QuestionIndex {
  const holders = new Map<string, number[]>();
  let count = 0;
  const weigh = (token: string): number => Math.log((count + 1) / ((holders.get(token)?.length ?? 0) + 0.5));
  return {
    add: (question) => {
      for (const token of tokensOf(question)) {
        const numbers = holders.get(token);
        if (numbers) numbers.push(count);
        else holders.set(token, [count]);
      }
      count += 1;
    },
    weigh,
    findSharing: (typed, share) => {
      const words = wordsOf(typed);
      const total = words.reduce((sum, word) => sum + weightOf(word, weigh), 0);
      const held = new Map<number, number>();
      for (const word of words) {
        const part = weightOf(word, weigh) / word.length;
        for (const token of word)
          for (const number of holders.get(token) ?? []) held.set(number, (held.get(number) ?? 0) + part);
      }
      return [...held].flatMap(([number, weight]) => (weight >= share * total ? [number] : []));
    },
  };
}

function weightOf(word: Word, weigh: (token: string) => number): number {
  return Math.max(0.1, ...word.map(weigh));
}

/** Half of a compound is half of it. */
function heldShare(word: Word, shared: ReadonlySet<string>): number {
  return word.filter((token) => shared.has(token)).length / word.length;
}

/** Each different word of a text, as the tokens that stand for it. */
function wordsOf(text: string): readonly Word[] {
  const known = cut.get(text);
  if (known) return known;
  const words = tokenise(text).map(({ tokens }) =>
    tokens.filter(({ kind }) => !isCrossWordBigram(kind) && kind !== 'part'),
  );
  const byText = new Map(words.map((word) => word.map((token) => token.text)).map((word) => [word.join(), word]));
  byText.delete('');
  const found = [...byText.values()];
  if (cut.size >= maxKept) cut.clear();
  cut.set(text, found);
  return found;
}

/** Texts that were cut already: the same questions are compared at each pause in typing. */
const cut = new Map<string, readonly Word[]>();
/** As many questions as a library may have for years. */
const maxKept = 100_000;

function tokensOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).flat());
}

function isWithin(tokens: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...tokens].every((token) => others.has(token));
}

type Word = readonly string[];

export interface QuestionIndex {
  add(question: string): void;
  /** How rare a token is among the questions. */
  weigh(token: string): number;
  /** Numbers, in the order in which they were added, of those that hold at least this share of the typed words. */
  findSharing(typed: string, share: number): number[];
}

export interface NearnessOptions {
  weigh: (token: string) => number;
  /** Of the search: a typed word and the one of the question that it found. */
  sameWords: readonly { typed: string; found: string }[];
}
