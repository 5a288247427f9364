import { foldText, toHiragana } from '../../text/fold-text.ts';
import { toMatchingKeyWithOrigin, toWordKey } from '../../text/matching-key.ts';
import { makeKanaWords, type KanaWords } from '../../text/tokenise.ts';
import type { SynonymEntry, Vocabulary, VocabularyPart } from '../vocabulary.ts';

/** A vocabulary that is whole from the start, ready to be looked up. */
export function prepareVocabulary(vocabulary: Vocabulary): PreparedVocabulary {
  const growing = startVocabulary(vocabulary);
  growing.add(vocabulary);
  return growing.vocabulary;
}

/** What every query needs; words come in parts, each of which makes the same vocabulary larger. */
export function startVocabulary({ stop, kanaWords }: Pick<Vocabulary, 'stop' | 'kanaWords'>): GrowingVocabulary {
  const synonyms = new Map<string, Target[]>();
  const readings = new Map<string, readonly string[]>();
  // First letter → length of the longest key that begins with it: most letters of a text begin no key at all.
  const longest = new Map<string, number>();
  const measure = (key: string): void => {
    const letter = key[0] ?? '';
    if (key.length > (longest.get(letter) ?? 0)) longest.set(letter, key.length);
  };
  const stopKeys = new Map(stop.flatMap(([weight, phrases]) => phrases.map((phrase) => [toWordKey(phrase), weight] as const)));
  for (const key of stopKeys.keys()) measure(key);

  const addSynonyms = ([strength, words, to = words]: SynonymEntry): void => {
    const targets = to.map((target) => ({ target, strength, key: toWordKey(target) }));
    for (const key of words.map(toWordKey)) {
      const others = targets.filter((target) => target.key !== key).map(({ target, strength }) => ({ target, strength }));
      if (key.length === 0 || others.length === 0) continue;
      synonyms.set(key, [...(synonyms.get(key) ?? []), ...others]);
      measure(key);
    }
  };
  return {
    vocabulary: { synonyms, stop: stopKeys, readings, kanaWords: makeKanaWords(kanaWords), longest },
    add: (part) => {
      for (const entry of part.synonyms) addSynonyms(entry);
      for (const [reading, words] of part.readings) {
        const key = toHiragana(foldText(reading));
        readings.set(key, words);
        measure(key);
      }
    },
  };
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

interface GrowingVocabulary {
  readonly vocabulary: PreparedVocabulary;
  readonly add: (part: VocabularyPart) => void;
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
