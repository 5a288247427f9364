import { isCrossWordBigram } from '../../src/text/cross-word-bigrams.ts';
import { tokenise } from '../../src/text/tokenise.ts';

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

/** Weighs tokens by how few of the questions hold them. */
export function weighByRarity(questions: readonly string[]): (token: string) => number {
  const counts = new Map<string, number>();
  for (const question of questions)
    for (const token of tokensOf(question)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return (token) => Math.log((questions.length + 1) / ((counts.get(token) ?? 0) + 0.5));
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
const maxKept = 10_000;

function tokensOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).flat());
}

function isWithin(tokens: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...tokens].every((token) => others.has(token));
}

type Word = readonly string[];

export interface NearnessOptions {
  weigh: (token: string) => number;
  /** Of the search: a typed word and the one of the question that it found. */
  sameWords: readonly { typed: string; found: string }[];
}
