import { romajiToHiragana } from '../../text/romaji.ts';
import { tokeniseFolded, type Token, type Word } from '../../text/tokenise.ts';
import { matchVocabulary, type PreparedVocabulary, type VocabularyMatch } from './match-vocabulary.ts';
import { parseQuery } from './parse-query.ts';
import { positionSlope, readingWeight, strengthWeights } from './scoring.ts';
import { TermList, type Meaning, type Term, type Typed } from './term-list.ts';

/** What was typed → the index tokens to look up, each with its weight and the reason why it is looked up. */
export function analyseQuery(text: string, vocabulary: PreparedVocabulary): QueryPlan {
  const { free, phrases, excluded } = parseQuery(text);
  const words = tokeniseFolded(free, vocabulary.kanaWords).map((word) => ({ ...word, typed: free.slice(word.start, word.end) }));
  const matches = matchVocabulary(free, vocabulary).map((match) => ({ ...match, typed: free.slice(match.start, match.end), words: coveredWords(words, match) }));
  const shares = readShares(words, matches);
  const placeWeight = (start: number) => (words.length > 2 ? 1 + positionSlope * (0.5 - start / free.length) : 1);
  const terms = new TermList(vocabulary.kanaWords);

  for (const [index, word] of words.entries()) {
    const weight = (shares[index] ?? 1) * placeWeight(word.start);
    const source = { typed: word.typed, words: [index] };
    terms.addTyped(word.tokens, weight, source);
    for (const kana of romanised(word)) {
      terms.addOther(weight * readingWeight, { ...source, found: kana, reason: 'reading' });
      for (const match of matchVocabulary(kana, vocabulary)) addTargets(terms, { ...match, ...source }, weight, vocabulary);
    }
  }
  for (const match of matches) addTargets(terms, match, (match.stopWeight ?? 1) * placeWeight(match.start), vocabulary);
  const units = findUnits(words, matches);
  return { text: free, words, shares, units, terms: terms.list(), meanings: [...units.map((unit) => asTyped(unit, words, free)), ...terms.meanings], phrases, excluded };
}

function coveredWords(words: readonly Word[], match: VocabularyMatch): number[] {
  return words.flatMap((word, index) => (word.start < match.end && word.end > match.start ? [index] : []));
}

/** A word in a stop phrase keeps the phrase's weight; if nothing else was typed, the stop phrases are the query. */
function readShares(words: readonly Word[], matches: readonly VocabularyMatch[]): number[] {
  const shares = words.map((word) => matches.find((match) => match.stopWeight !== undefined && match.start <= word.start && match.end >= word.end)?.stopWeight ?? 1);
  return shares.some((share) => share > 0) ? shares : words.map(() => 1);
}

function addTargets(terms: TermList, match: Covering, weight: number, vocabulary: PreparedVocabulary): void {
  const { typed, words } = match;
  for (const { target, strength } of match.targets) terms.addOther(weight * strengthWeights[strength], { typed, words, found: target, reason: 'synonym' });
  for (const word of match.readings) {
    terms.addOther(weight * readingWeight, { typed, words, found: word, reason: 'reading' });
    for (const inner of matchVocabulary(word, vocabulary)) {
      for (const { target, strength } of inner.targets) terms.addOther(weight * readingWeight * strengthWeights[strength], { typed, words, found: target, reason: 'synonym' });
    }
  }
}

/** Words that stand together (キャンセル料) or that one entry of the vocabulary spans are one thing: 犬の登録 is no 登録. */
function findUnits(words: readonly Word[], matches: readonly Covering[]): number[][] {
  const spans = matches.filter((match) => match.targets.length > 0).map((match) => match.words);
  const units: number[][] = [];
  for (const place of words.keys()) {
    const isTied = place > 0 && (tiesOf(words[place - 1]).length > 0 || spans.some((span) => span.includes(place - 1) && span.includes(place)));
    if (isTied) units.at(-1)?.push(place);
    else units.push([place]);
  }
  return units;
}

function asTyped(unit: readonly number[], words: readonly TypedWord[], text: string): Meaning {
  const members = unit.flatMap((place) => words[place] ?? []);
  const typed = text.slice(members[0]?.start, members.at(-1)?.end);
  const ties = members.slice(0, -1).flatMap((word) => tiesOf(word));
  return { words: unit, typed, found: typed, parts: [...members.map((word) => word.tokens), ...ties.map((tie) => [tie])] };
}

function tiesOf(word: Word | undefined): Token[] {
  return word?.tokens.filter((token) => token.kind === 'mixed') ?? [];
}

/** With its long-vowel marks, which a word of several parts loses: terewa-ku. */
function romanised({ tokens, typed }: TypedWord): string[] {
  const kana = tokens[0]?.kind === 'latin' ? romajiToHiragana(typed) : undefined;
  return kana === undefined ? [] : [kana];
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
  /** The words that were asked for as one thing, each word in one unit. */
  readonly units: readonly (readonly number[])[];
  readonly terms: readonly Term[];
  readonly meanings: readonly Meaning[];
  readonly phrases: readonly string[];
  readonly excluded: readonly string[];
}

type Covering = VocabularyMatch & Typed;
