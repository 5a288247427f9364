import { foldText } from '../../text/fold-text.ts';
import { toHiragana } from '../../text/kana.ts';
import { toWordKey } from '../../text/matching-key.ts';
import { listBeginnings, readTyped } from '../../text/word-beginnings.ts';
import { isCrossWordBigram } from '../../text/cross-word-bigrams.ts';
import { isLetter, makeKanaWords, tokeniseFolded, type KanaWords } from '../../text/tokenise.ts';
import type { IndexDocument } from '../index-format.ts';
import { placeOf } from '../suggestions/record.ts';
import type { Vocabulary } from '../vocabulary.ts';

/**
 * Every word of the questions and their aliases, by the form in which it is looked for, with the questions that have
 * it.
 */
export function listQuestionBeginnings(
  questions: readonly Pick<IndexDocument, 'question' | 'aliases'>[],
  vocabulary: Vocabulary,
): BeginningsOfQuestions {
  const held: Held = new Map();
  const kana = makeKanaWords(vocabulary.kanaWords);
  for (const [number, { question, aliases }] of questions.entries()) {
    for (const [alias, text] of [question, ...aliases].entries()) {
      for (const { key, isWhole } of wordsOf(text, kana)) {
        if (alias === 0 && isWhole) entryOf(held, key).best.add(number);
        else entryOf(held, key).others.add(placeOf(number, alias));
      }
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

function wordsOf(text: string, kana: KanaWords): { key: string; isWhole: boolean }[] {
  const folded = foldText(text);
  return tokeniseFolded(folded, kana).flatMap(({ start, end, tokens }) => {
    const own = tokens.filter(({ kind }) => !isCrossWordBigram(kind));
    const isSingle = own.length === 1 && own.every(({ kind }) => isLetter(kind));
    const run = folded.slice(start, end) + (isSingle ? (/^[ぁ-ゖ]{1,3}/.exec(folded.slice(end))?.[0] ?? '') : '');
    const [whole = '', ...inner] = listBeginnings(run);
    // A kanji inside a word begins another only together with the next one.
    const parts = [
      ...inner,
      ...own.filter(({ kind }) => kind === 'katakana' || kind === 'latin').map((token) => token.text),
    ];
    const keys = [whole, ...parts.filter((part) => part.length > 1 && part !== whole)];
    return keys
      .map((key, place) => ({ key: key.slice(0, maxLength), isWhole: place === 0 }))
      .filter(({ key }) => key !== '');
  });
}

/** Nobody types more of one word than this before choosing. */
const maxLength = 12;

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
  const begun = new Set([...own, ...known.map(toWordKey)].map((key) => key.slice(0, 2)));
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
        .map(toWordKey)
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
    const entry = entryOf(held, typed.slice(0, maxLength));
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
