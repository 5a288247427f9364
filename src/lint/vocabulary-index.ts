import { toWordKey } from '../text/matching-key.ts';
import type { Place } from './finding.ts';
import { contentLimits } from './limits.ts';
import type { AnyDocument } from './parse-document.ts';
import type { Site } from './site.ts';
import { listAt, textAt, textsAt } from './values.ts';

/** A site is looked at once, however many of its files are checked. */
const indexes = new WeakMap<Site, VocabularyIndex>();

/** What all vocabulary files of a site say together. */
export function indexVocabulary(site: Site): VocabularyIndex {
  const known = indexes.get(site);
  if (known) return known;
  const documents = [...site.documents.values()].filter(({ collection }) => collection === 'vocabulary');
  const groups = documents.sort((a, b) => (a.file < b.file ? -1 : 1)).flatMap(listGroups);
  const ways = new Map<string, Way>();
  for (const { order, file, strength, index, ways: own } of groups) {
    for (const { key } of own) if (!ways.has(key)) ways.set(key, { order, file, strength, group: index });
  }
  const inputOnly = new Map(
    groups.flatMap(({ inputOnly: own, file }) => own.map(({ text }) => [toWordKey(text), file] as const)),
  );
  const made = { ways, inputOnly, twins: listTwins(ways) };
  indexes.set(site, made);
  return made;
}

/** The groups of one vocabulary file, as far as they are looked at. */
export function listGroups(document: AnyDocument): VocabularyGroup[] {
  let left: number = contentLimits.wordPairs;
  return listAt(document.value, 'synonyms', contentLimits.synonymGroups).map((group, index) => {
    const placeOf = (name: string, item: number): Place => ({ path: ['synonyms', index, name, item] });
    const read = (name: 'words' | 'to' | 'inputOnly') =>
      textsAt(group, name).map(({ text, index: item }): PlacedWord => ({ text, place: placeOf(name, item) }));
    const [words, to, inputOnly] = [read('words'), read('to'), read('inputOnly')];
    const isOneWay = listAt(group, 'to').length > 0;
    const ways = listWays(words, isOneWay ? to : words).slice(0, left);
    left -= ways.length;
    return {
      file: document.file,
      index,
      order: `${document.file}\n${String(index).padStart(6, '0')}`,
      strength: textAt(group, 'strength') ?? '',
      place: { path: ['synonyms', index] },
      ways,
      isOneWay,
      words,
      to,
      inputOnly,
    };
  });
}

/** From each word to each target but itself, in the form in which words are compared. */
function listWays(words: readonly PlacedWord[], targets: readonly PlacedWord[]): VocabularyWay[] {
  const ends = targets.map(({ text }) => [toWordKey(text), text] as const);
  const ways = words.flatMap(({ text }) => {
    const start = toWordKey(text);
    const others = ends.filter(([end]) => end !== start);
    return others.map(([end, target]) => [wayKey(start, end), { from: text, to: target }] as const);
  });
  return [...new Map(ways)].map(([key, way]) => ({ key, ...way }));
}

/** For each word those that are the same both ways. */
function listTwins(ways: ReadonlyMap<string, Way>): ReadonlyMap<string, readonly string[]> {
  const twins = new Map<string, string[]>();
  for (const [key, { strength }] of ways) {
    const [from, to] = key.split('\n') as [string, string];
    const isTwin = strength === 'same' && ways.get(wayKey(to, from))?.strength === 'same';
    if (isTwin) twins.set(from, [...(twins.get(from) ?? []), to]);
  }
  return twins;
}

export function wayKey(from: string, to: string): string {
  return `${from}\n${to}`;
}

interface VocabularyIndex {
  /** By typed and found word in the form in which they are compared: where the way stands first. */
  ways: ReadonlyMap<string, Way>;
  /** By the word in that form: the file that says so. */
  inputOnly: ReadonlyMap<string, string>;
  twins: ReadonlyMap<string, readonly string[]>;
}

interface Way {
  order: string;
  file: string;
  strength: string;
  group: number;
}

interface VocabularyWay {
  key: string;
  from: string;
  to: string;
}

interface PlacedWord {
  text: string;
  place: Place;
}

export interface VocabularyGroup {
  file: string;
  index: number;
  /** Sorts as the groups stand: by file, then by place. */
  order: string;
  strength: string;
  place: Place;
  ways: readonly VocabularyWay[];
  isOneWay: boolean;
  words: readonly PlacedWord[];
  to: readonly PlacedWord[];
  inputOnly: readonly PlacedWord[];
}
