import { toMatchingKey } from '../../text/matching-key.ts';
import { romajiToHiragana } from '../../text/romaji.ts';
import type { VocabularyBase, VocabularyPart } from '../vocabulary.ts';
import { addPart, matchVocabulary, startVocabulary, type PreparedVocabulary } from './match-vocabulary.ts';

/** Fetches, for each text, the parts of the vocabulary that its letters call for; what was fetched stays. */
export function createVocabularyReader(base: VocabularyBase, readPart: (file: string) => Promise<VocabularyPart>): (text: string) => Promise<PreparedVocabulary> {
  const fileOf = new Map(
    base.parts.flatMap(([beginnings, file]) =>
      Object.entries(beginnings).flatMap(([first, seconds]) => [...seconds].map((second) => [second === '.' ? first : first + second, file] as const)),
    ),
  );
  const added = new Set<string>();
  let vocabulary = startVocabulary(base);

  const addFor = async (text: string): Promise<void> => {
    const letters = [...text];
    const beginnings = letters.flatMap((letter, place) => [letter, letter + (letters[place + 1] ?? '')]);
    const files = new Set(beginnings.flatMap((beginning) => fileOf.get(beginning) ?? []));
    const missing = [...files].filter((file) => !added.has(file));
    const parts = await Promise.all(missing.map(readPart));
    // Another search may have added the same parts meanwhile.
    const fresh = parts.filter((_, place) => !added.has(missing[place] ?? ''));
    for (const file of missing) added.add(file);
    if (fresh.length > 0) vocabulary = addPart(vocabulary, { synonyms: fresh.flatMap((part) => part.synonyms), readings: fresh.flatMap((part) => part.readings) });
  };
  return async (text) => {
    const key = toMatchingKey(text);
    const kana = key.split(/[^a-z'-]+/).flatMap((word) => romajiToHiragana(word) ?? []);
    const texts = [key, ...kana];
    await addFor(texts.join(' '));
    // A reading leads to words, and the vocabulary may lead on from these.
    const read = texts.flatMap((each) => matchVocabulary(each, vocabulary)).flatMap((match) => match.readings);
    if (read.length > 0) await addFor(read.map(toMatchingKey).join(' '));
    return vocabulary;
  };
}
