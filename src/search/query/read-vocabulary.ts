import { minCompoundLength } from '../../text/cut-katakana.ts';
import { foldText } from '../../text/fold-text.ts';
import { toMatchingKey } from '../../text/matching-key.ts';
import { romajiToHiragana } from '../../text/romaji.ts';
import { unpackPrefixes } from '../prefix-bloom-filter.ts';
import { numberedFile } from '../index-format.ts';
import type { VocabularyBase, VocabularyPart } from '../vocabulary.ts';
import { matchVocabulary, startVocabulary } from './match-vocabulary.ts';
import type { SearchIndex } from './search-index.ts';

/** Fetches, for each text, the parts of the vocabulary that its letters call for; what was fetched stays. */
export function createVocabularyReader(
  base: VocabularyBase,
  readPart: (file: string) => Promise<VocabularyPart>,
): SearchIndex['readVocabulary'] {
  const canBegin = unpackPrefixes(base.beginnings);
  const fileOf = (beginning: string): string | undefined => {
    const number = base.parts.findLastIndex((first) => first <= beginning);
    return number < 0 ? undefined : numberedFile(base.folder, number);
  };
  const added = new Set<string>();
  const { vocabulary, add } = startVocabulary(base);

  const addFor = async (text: string, more: readonly string[] = []): Promise<void> => {
    const letters = [...text];
    const beginnings = letters.flatMap((letter, place) => [letter, letter + (letters[place + 1] ?? '')]);
    const files = new Set([...more, ...beginnings.filter(canBegin).flatMap((beginning) => fileOf(beginning) ?? [])]);
    const missing = [...files].filter((file) => !added.has(file));
    const parts = await Promise.all(missing.map(readPart));
    for (const [place, part] of parts.entries()) {
      const file = missing[place] ?? '';
      // Another search may have added the same part meanwhile.
      if (!added.has(file)) add(part);
      added.add(file);
    }
  };
  return async (text, withLoans = mayBeCompound.test(foldText(text))) => {
    const key = toMatchingKey(text);
    const kana = key.split(/[^a-z'-]+/).flatMap((word) => romajiToHiragana(word) ?? []);
    const texts = [key, ...kana];
    await addFor(texts.join(' '), withLoans ? [base.loans] : []);
    // A reading leads to words, and the vocabulary may lead on from these.
    const read = texts.flatMap((each) => matchVocabulary(each, vocabulary)).flatMap((match) => match.readings);
    if (read.length > 0) await addFor(read.map(toMatchingKey).join(' '));
    return vocabulary;
  };
}

const mayBeCompound = new RegExp(`[ァ-ヺー]{${minCompoundLength},}`);
