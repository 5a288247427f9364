import { foldText } from '../../text/fold-text.ts';
import { toHiragana } from '../../text/kana.ts';
import { readTyped } from '../../text/word-beginnings.ts';
import { placeOf } from '../suggestions/record.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { longestTyped, type QuestionWords } from './list-question-words.ts';
import { wordKey } from './word-key.ts';

/**
 * Every word of the questions and their aliases (`listQuestionWords` of each), by the form in which it is looked for,
 * with the questions that have it.
 */
export function listQuestionBeginnings(
  questions: readonly (readonly QuestionWords[])[],
  vocabulary: Vocabulary,
): BeginningsOfQuestions {
  const held: Held = new Map();
  for (const [number, texts] of questions.entries()) {
    for (const [alias, { whole, inner }] of texts.entries()) {
      if (alias === 0) for (const key of whole) entryOf(held, key).best.add(number);
      for (const key of alias === 0 ? inner : [...whole, ...inner])
        entryOf(held, key).others.add(placeOf(number, alias));
    }
  }
  leaveOutChance(held, vocabulary);
  addOtherWords(held, vocabulary);
  return new Map(
    [...held]
      .filter(([, { best, others }]) => best.size + others.size > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { best, others }]) => [key, { best: ascending(best), others: ascending(others) }]),
  );
}

export type BeginningsOfQuestions = ReadonlyMap<string, { best: readonly number[]; others: readonly number[] }>;

type Held = Map<string, { best: Set<number>; others: Set<number> }>;

function entryOf(held: Held, key: string): { best: Set<number>; others: Set<number> } {
  const entry = held.get(key) ?? { best: new Set(), others: new Set() };
  held.set(key, entry);
  return entry;
}

/** 民健康 inside 国民健康保険 is no word: it counts only if a word somewhere begins as it does. */
function leaveOutChance(held: Held, { synonyms, readings }: Vocabulary): void {
  const own = [...held].filter(([, { best }]) => best.size > 0).map(([key]) => key);
  const known = [
    ...synonyms.flatMap(([, words, to = []]) => [...words, ...to]),
    ...readings.flatMap(([, words]) => words),
  ];
  const begun = new Set([...own, ...known.map(wordKey)].map((key) => key.slice(0, 2)));
  for (const key of held.keys()) if (/^\p{sc=Han}/u.test(key) && !begun.has(key.slice(0, 2))) held.delete(key);
}

/** Who types a reading, or another word of the same meaning, finds the questions that have the word. */
function addOtherWords(held: Held, { readings, synonyms }: Vocabulary): void {
  const same = synonyms.flatMap(([strength, words, to = words]) =>
    strength === 'same'
      ? words.flatMap((word): OtherWord[] => [[keyOf(word), to.filter((other) => other !== word)]])
      : [],
  );
  // Each list at once, so that nothing is found by way of two meanings; readings lead to what the first has brought.
  addTogether(
    held,
    same.filter(([key]) => key.length > 1),
  );
  addTogether(
    held,
    readings.map(([reading, words]) => [toHiragana(foldText(reading)), words]),
  );
}

/** '' for what nobody types as one word. */
function keyOf(word: string): string {
  const typed = readTyped(word);
  return typed.length === 1 ? (typed[0]?.[0]?.[0]?.[0] ?? '') : '';
}

function addTogether(held: Held, list: readonly OtherWord[]): void {
  const keys = [...held.keys()].sort();
  const found = list.map(([typed, words]) => {
    const targets = new Set(
      words
        .map(wordKey)
        .filter((word) => word !== '')
        .flatMap((word) => keysFrom(keys, word)),
    );
    const entries = [...targets].flatMap((key) => held.get(key) ?? []);
    return {
      typed,
      best: entries.flatMap(({ best }) => [...best]),
      others: entries.flatMap(({ others }) => [...others]),
    };
  });
  for (const { typed, best, others } of found) {
    const entry = entryOf(held, typed.slice(0, longestTyped));
    for (const number of best) entry.best.add(number);
    for (const place of others) entry.others.add(place);
  }
}

type OtherWord = readonly [typed: string, words: readonly string[]];

/** The reading of a single kanji is that of no longer word. */
function keysFrom(sorted: readonly string[], word: string): string[] {
  const found: string[] = [];
  for (let place = firstFrom(sorted, word); sorted[place]?.startsWith(word); place += 1)
    found.push(sorted[place] ?? '');
  return word.length > 1 ? found : found.filter((key) => /^.(?:$|[のをはがにでとへもや])/.test(key));
}

function firstFrom(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function ascending(numbers: ReadonlySet<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}
