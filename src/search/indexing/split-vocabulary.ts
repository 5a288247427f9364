import { packPrefixes } from '../prefix-bloom-filter.ts';
import type { SynonymEntry, Vocabulary, VocabularyBase, VocabularyPart } from '../vocabulary.ts';
import { wordKey } from './word-key.ts';

/**
 * Cuts the vocabulary by the first two letters of its words, so that a query fetches what its own letters can begin.
 */
export function splitVocabulary({ synonyms, readings, stop, kanaWords, loans }: Vocabulary): SplitVocabulary {
  const byBeginning = new Map<string, Entries>();
  const entriesOf = (beginning: string): Entries => {
    const held = byBeginning.get(beginning) ?? { synonyms: [], readings: [] };
    byBeginning.set(beginning, held);
    return held;
  };
  for (const [strength, words, to = words] of synonyms) {
    for (const [beginning, own] of Map.groupBy(words, beginningOf))
      if (beginning !== '') entriesOf(beginning).synonyms.push([strength, own, to]);
  }
  for (const reading of readings) entriesOf(beginningOf(reading[0])).readings.push(reading);
  return {
    stop,
    kanaWords,
    loans: { synonyms: [], readings: [], loans },
    beginnings: packPrefixes([...byBeginning.keys()]),
    parts: pack([...byBeginning].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Beginnings side by side share a part until it is large enough to be worth a request. */
function pack(beginnings: readonly (readonly [string, Entries])[]): [first: string, part: VocabularyPart][] {
  const parts: { first: string; entries: Entries; size: number }[] = [];
  for (const [beginning, entries] of beginnings) {
    const size = JSON.stringify(entries).length;
    let part = parts.at(-1);
    if (!part || part.size + size > charactersInPart) {
      part = { first: beginning, entries: { synonyms: [], readings: [] }, size: 0 };
      parts.push(part);
    }
    part.entries.synonyms.push(...entries.synonyms);
    part.entries.readings.push(...entries.readings);
    part.size += size;
  }
  return parts.map(({ first, entries }) => [first, entries]);
}

/** About 1 KB compressed. */
const charactersInPart = 1_800;

function beginningOf(word: string): string {
  return [...wordKey(word)].slice(0, 2).join('');
}

interface Entries {
  readonly synonyms: SynonymEntry[];
  readonly readings: Vocabulary['readings'][number][];
}

interface SplitVocabulary extends Omit<VocabularyBase, 'parts' | 'folder' | 'loans'> {
  readonly loans: VocabularyPart;
  readonly parts: readonly (readonly [first: string, part: VocabularyPart])[];
}
