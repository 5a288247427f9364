import { toWordKey } from '../../text/matching-key.ts';
import { romajiToHiragana } from '../../text/romaji.ts';
import type { Word } from '../../text/token.ts';
import { findFields, type FieldMatch } from './find-fields.ts';
import { matchVocabulary, type PreparedVocabulary, type VocabularyMatch } from './match-vocabulary.ts';
import { parseQuery, type AsWritten } from './parse-query.ts';
import { asTyped, findUnits } from './find-units.ts';
import { cutQuery, type TypedWord } from './cut-query.ts';
import { fewWords, ofPart, positionSlope, readingWeight, strengthWeights, trustIn } from './scoring.ts';
import { TermList, type Meaning, type Term, type Typed } from './term-list.ts';

/** What was typed → the index tokens to look up, each with its weight and the reason why it is looked up. */
export function analyseQuery(text: string, vocabulary: PreparedVocabulary): QueryPlan {
  const { free, phrases, excluded, asWritten } = parseQuery(text);
  const found = matchVocabulary(free, vocabulary);
  const words = cutQuery(free, found, vocabulary.kanaWords);
  const matches = found.map((match) => ({
    ...match,
    typed: free.slice(match.start, match.end),
    words: coveredWords(words, match),
  }));
  const shares = readShares(words, matches);
  const placeWeight = (start: number) =>
    words.length > fewWords ? 1 + positionSlope * (0.5 - start / free.length) : 1;
  const fields = findFields(free, vocabulary.names ?? []).map((match) => ({
    ...match,
    typed: free.slice(match.start, match.end),
    words: coveredWords(words, match),
  }));
  const terms = new TermList(vocabulary.kanaWords);

  for (const [index, word] of words.entries()) {
    // What is asked (where, when) is no subject, yet pages that answer it ask it too.
    const share = word.tokens[0]?.kind === 'asking' ? 1 : (shares[index] ?? 1);
    const weight = share * placeWeight(word.start);
    const source = { typed: word.typed, start: word.start, end: word.end, words: [index] };
    terms.addTyped(word.tokens, isOnlyPart(index, words, matches) ? weight * ofPart : weight, source);
    for (const kana of romanised(word)) {
      terms.addOther(weight * readingWeight, { ...source, found: kana, reason: 'reading' }, 1);
      for (const match of matchVocabulary(kana, vocabulary))
        addTargets(terms, { ...match, ...source }, weight, vocabulary);
    }
  }
  for (const match of matchAcross(words, vocabulary)) addTargets(terms, match, 1, vocabulary);
  for (const match of matches) addTargets(terms, match, (match.stopWeight ?? 1) * placeWeight(match.start), vocabulary);
  for (const { token, label, ...typed } of fields) {
    terms.addField(token, placeWeight(typed.start), {
      ...typed,
      found: label,
      reason: label === typed.typed ? 'same' : 'synonym',
    });
  }
  const covering = [...matches.filter((match) => match.targets.length > 0), ...fields];
  const units = findUnits(words, covering, vocabulary.kanaWords);
  return {
    text: free,
    words,
    shares,
    units,
    fields,
    terms: terms.list(),
    meanings: [...units.map((unit) => asTyped(unit, words, free)), ...terms.meanings],
    phrases,
    excluded,
    asWritten,
  };
}

/** A word of a name that stands in none of the other names for the whole: チャット of チャットGPT, which is 生成AI. */
function isOnlyPart(word: number, words: readonly Word[], matches: readonly Covering[]): boolean {
  const isTied = (first: number) => words[first]?.end === words[first + 1]?.start;
  const own = words[word]?.tokens[0]?.text ?? '';
  return matches.some(
    ({ words: [first = 0, ...more], targets }) =>
      (first === word || more.includes(word)) &&
      more.length > 0 &&
      more.every((next) => isTied(next - 1)) &&
      targets.some(({ strength }) => strength === 'same') &&
      !targets.some(({ target, strength }) => strength === 'same' && toWordKey(target).includes(own)),
  );
}

function coveredWords(words: readonly Word[], match: Pick<VocabularyMatch, 'start' | 'end'>): number[] {
  return words.flatMap((word, index) => (word.start < match.end && word.end > match.start ? [index] : []));
}

/** Beside other words an adverb or a question word is no subject. */
function ownShare(word: Word): number {
  const kind = word.tokens[0]?.kind;
  return kind === 'adverb' || kind === 'asking' ? 0 : 1;
}

/**
 * A word in a stop phrase keeps the phrase's weight; if nothing else was typed, stop phrases and adverbs are the query.
 */
function readShares(words: readonly Word[], matches: readonly VocabularyMatch[]): number[] {
  const shares = words.map(
    (word) =>
      matches.find((match) => match.stopWeight !== undefined && match.start <= word.start && match.end >= word.end)
        ?.stopWeight ?? ownShare(word),
  );
  return shares.some((share) => share > 0) ? shares : words.map(() => 1);
}

function addTargets(terms: TermList, match: Covering, weight: number, vocabulary: PreparedVocabulary): void {
  const { typed, words, start, end } = match;
  const source = { typed, words, start, end };
  for (const { target, strength } of match.targets)
    terms.addOther(
      weight * strengthWeights[strength],
      { ...source, found: target, reason: 'synonym', strength },
      trustIn[strength],
    );
  for (const word of match.readings) {
    terms.addOther(weight * readingWeight, { ...source, found: word, reason: 'reading' }, 1);
    for (const inner of matchVocabulary(word, vocabulary)) {
      for (const { target, strength } of inner.targets)
        terms.addOther(
          weight * readingWeight * strengthWeights[strength],
          { ...source, found: target, reason: 'synonym', strength },
          trustIn[strength],
        );
    }
  }
}

/** A word that was typed in kana or Latin letters with spaces in it: よさん ようきゅう, yosan youkyuu. */
function matchAcross(words: readonly TypedWord[], vocabulary: PreparedVocabulary): Covering[] {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || first === last) return [];
  const kana = words.map((word) => (/^[ぁ-ゖー]+$/.test(word.typed) ? word.typed : romanised(word)[0]));
  if (!kana.every((word) => word !== undefined)) return [];
  const joined = kana.join('');
  const source = { typed: words.map(({ typed }) => typed).join(' '), start: first.start, end: last.end };
  return matchVocabulary(joined, vocabulary)
    .filter((match) => match.start === 0 && match.end === joined.length)
    .map((match) => ({ ...match, ...source, words: [...words.keys()] }));
}

/** With its long-vowel marks, which a word of several parts loses: terewa-ku. */
function romanised({ tokens, typed }: TypedWord): string[] {
  const kana = tokens[0]?.kind === 'latin' ? romajiToHiragana(typed) : undefined;
  return kana === undefined ? [] : [kana];
}

export interface QueryPlan {
  /** Folded, without signs; offsets of the words point into it. */
  readonly text: string;
  readonly words: readonly TypedWord[];
  /** For each word what stop phrases leave of it: 0 for one that says nothing. */
  readonly shares: readonly number[];
  /** The words that were asked for as one thing, each word in one unit. */
  readonly units: readonly (readonly number[])[];
  /** Groups, topics and days that were named. */
  readonly fields: readonly FieldMatch[];
  readonly terms: readonly Term[];
  readonly meanings: readonly Meaning[];
  readonly phrases: readonly string[];
  readonly excluded: readonly string[];
  /** A stretch of `text` as the reader typed it, to the end of its last word. */
  readonly asWritten: AsWritten;
}

type Covering = VocabularyMatch & Typed;
