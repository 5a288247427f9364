import { foldText, toHiragana } from '../../text/fold-text.ts';
import { toMatchingKeyWithOrigin, toWordKey } from '../../text/matching-key.ts';
import { makeKanaWords, type KanaWords } from '../../text/tokenise.ts';
import type { SynonymEntry, Vocabulary, VocabularyPart } from '../vocabulary.ts';

/** A vocabulary that is whole from the start, ready to be looked up. */
export function prepareVocabulary(vocabulary: Vocabulary): PreparedVocabulary {
  return addPart(startVocabulary(vocabulary), vocabulary);
}

/** What every query needs; the words come in parts. */
export function startVocabulary({ stop, kanaWords }: Pick<Vocabulary, 'stop' | 'kanaWords'>): PreparedVocabulary {
  const stopKeys = new Map(stop.flatMap(([weight, phrases]) => phrases.map((phrase) => [toWordKey(phrase), weight] as const)));
  return { synonyms: new Map(), stop: stopKeys, readings: new Map(), kanaWords: makeKanaWords(kanaWords), longest: longestByLetter([stopKeys]) };
}

/** The vocabulary with one more part of its words. */
export function addPart(vocabulary: PreparedVocabulary, part: VocabularyPart): PreparedVocabulary {
  const synonyms = new Map(vocabulary.synonyms);
  for (const [strength, words, to] of part.synonyms) {
    for (const word of words) {
      const key = toWordKey(word);
      const targets = (to ?? words).filter((target) => toWordKey(target) !== key);
      if (key.length > 0 && targets.length > 0) synonyms.set(key, [...(synonyms.get(key) ?? []), ...targets.map((target) => ({ target, strength }))]);
    }
  }
  const readings = new Map([...vocabulary.readings, ...part.readings.map(([reading, words]) => [toHiragana(foldText(reading)), words] as const)]);
  return { ...vocabulary, synonyms, readings, longest: longestByLetter([vocabulary.stop, synonyms, readings]) };
}

/** Where words of the vocabulary stand in a folded text: leftmost first, the longest of those that start together. */
export function matchVocabulary(folded: string, vocabulary: PreparedVocabulary): VocabularyMatch[] {
  const key = toMatchingKeyWithOrigin(folded);
  const matches: VocabularyMatch[] = [];
  for (let from = 0; from < key.text.length; ) {
    const length = longestAt(key.text, from, vocabulary);
    if (length === 0) {
      from += 1;
      continue;
    }
    const word = key.text.slice(from, from + length);
    const stopWeight = vocabulary.stop.get(word);
    matches.push({
      start: key.starts[from] ?? 0,
      end: key.ends[from + length - 1] ?? folded.length,
      key: word,
      targets: vocabulary.synonyms.get(word) ?? [],
      readings: vocabulary.readings.get(word) ?? [],
      ...(stopWeight === undefined ? {} : { stopWeight }),
    });
    from += length;
  }
  return matches;
}

function longestAt(text: string, from: number, { synonyms, stop, readings, longest }: PreparedVocabulary): number {
  for (let length = Math.min(longest.get(text[from] ?? '') ?? 0, text.length - from); length > 0; length -= 1) {
    const word = text.slice(from, from + length);
    if (synonyms.has(word) || stop.has(word)) return length;
    if (readings.has(word) && standsAlone(text, from, length)) return length;
  }
  return 0;
}

/** A reading counts only as a word of its own: かい is no 会 inside かいご. */
function standsAlone(text: string, from: number, length: number): boolean {
  return length > 3 || !/[ぁ-ゖー]/.test(text[from - 1] ?? '');
}

/** First letter → length of the longest key that begins with it: most letters of a text begin no key at all. */
function longestByLetter(tables: readonly ReadonlyMap<string, unknown>[]): Map<string, number> {
  const longest = new Map<string, number>();
  for (const table of tables) {
    for (const key of table.keys()) {
      const letter = key[0] ?? '';
      if (key.length > (longest.get(letter) ?? 0)) longest.set(letter, key.length);
    }
  }
  return longest;
}

export interface PreparedVocabulary {
  readonly synonyms: ReadonlyMap<string, readonly Target[]>;
  readonly stop: ReadonlyMap<string, number>;
  readonly readings: ReadonlyMap<string, readonly string[]>;
  readonly kanaWords: KanaWords;
  readonly longest: ReadonlyMap<string, number>;
}

export interface Target {
  readonly target: string;
  readonly strength: SynonymEntry[0];
}

export interface VocabularyMatch {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly targets: readonly Target[];
  readonly readings: readonly string[];
  readonly stopWeight?: number;
}
