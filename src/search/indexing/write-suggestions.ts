import { mkdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foldText } from '../../text/fold-text.ts';
import { toHiragana } from '../../text/kana.ts';
import { makeKanaWords } from '../../text/tokenise.ts';
import type { IndexDocument } from '../index-format.ts';
import {
  maxShardsRead,
  questionAt,
  suggestionsFile,
  type Beginning,
  type NamedPlace,
  type SuggestedQuestion,
  type SuggestionStart,
} from '../suggestions/record.ts';
import { digest } from './digest.ts';
import { listQuestionWords } from './list-question-words.ts';
import { listQuestionBeginnings, type BeginningsOfQuestions } from './list-beginnings.ts';
import type { PreparedIndex } from './prepare-index.ts';
import { compareTexts } from '../../strings/compare.ts';

/** Writes to `outDir`, beside the index, what search boxes offer while one types. */
export async function writeSuggestions(
  { pages, texts, vocabulary }: Suggestible,
  places: readonly NamedPlace[],
  outDir: string,
): Promise<void> {
  const kana = makeKanaWords(vocabulary.kanaWords);
  const order = [...pages.keys()].sort((a, b) => byWorth(pages[a], pages[b]));
  const questions = order.flatMap((place) => pages[place] ?? []);
  const words = order.map((place) => texts?.[place]?.words ?? listQuestionWords(pages[place] ?? noQuestion, kana));
  const beginnings = listQuestionBeginnings(words, vocabulary);
  const shards = cutShards(beginnings);
  const packs = cutPacks(questions);
  const files = [
    ...shards.map((shard, number) => [`${number}.json`, JSON.stringify(shard)] as const),
    ...packs.map((pack, number) => [`q${number}.json`, JSON.stringify(pack)] as const),
  ];
  const folder = `suggestions.${digest(JSON.stringify(files))}`;
  const start: SuggestionStart = {
    folder,
    shards: shards.map(([first]) => first?.[0] ?? ''),
    heads: listHeads(beginnings, shards),
    packSize,
    places: places.map(({ kind, name, kana, url }) => [kind, name, readingOf(kana), url]),
  };
  mkdirSync(join(outDir, folder), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(outDir, folder, name), text);
  await writeFile(join(outDir, suggestionsFile), JSON.stringify(start));
}

/** Nothing but what can be typed for it. */
function readingOf(kana: string): string {
  return toHiragana(foldText(kana))
    .replace(/[^ぁ-ゖー]+/g, ' ')
    .trim();
}

/** What holds now before what may not, and the newest first. */
function byWorth(a: IndexDocument | undefined, b: IndexDocument | undefined): number {
  if (!a || !b) return 0;
  return b.prior - a.prior || compareTexts(b.date, a.date) || compareTexts(a.id, b.id);
}

/** In files of about 5 KB compressed: a beginning of two letters mostly lies in one. */
function cutShards(beginnings: BeginningsOfQuestions): Beginning[][] {
  const shards: Beginning[][] = [];
  let size = Infinity;
  for (const [key, { best, others }] of beginnings) {
    const entry: Beginning = [key, toSteps(best), toSteps(others)];
    const length = JSON.stringify(entry).length;
    if (size + length > charactersInShard) {
      shards.push([]);
      size = 0;
    }
    shards.at(-1)?.push(entry);
    size += length;
  }
  return shards;
}

const charactersInShard = 12_000;

function toSteps(numbers: readonly number[]): number[] {
  return numbers.map((number, place) => number - (numbers[place - 1] ?? 0));
}

/** The first questions of each beginning that no few shards hold, or that is a single letter of few. */
function listHeads(beginnings: BeginningsOfQuestions, shards: readonly Beginning[][]): SuggestionStart['heads'] {
  const shardsOf = new Map<string, Set<number>>();
  for (const [number, shard] of shards.entries()) {
    for (const [key] of shard) {
      for (let length = 1; length <= Math.min(key.length, maxHeadLength); length += 1) {
        const beginning = key.slice(0, length);
        const held = shardsOf.get(beginning) ?? new Set();
        shardsOf.set(beginning, held.add(number));
      }
    }
  }
  const crowded = new Set(
    [...shardsOf]
      .filter(([beginning, numbers]) => numbers.size > maxShardsRead || singleLetter.test(beginning))
      .map(([beginning]) => beginning),
  );
  const found = new Map<string, { best: number[]; others: number[] }>();
  for (const [key, { best, others }] of beginnings) {
    for (let length = 1; length <= maxHeadLength; length += 1) {
      const beginning = key.slice(0, length);
      if (!crowded.has(beginning) || key.length < length) continue;
      const held = found.get(beginning) ?? { best: [], others: [] };
      held.best.push(...best.slice(0, inHead));
      held.others.push(...others.slice(0, inHead).map((place) => questionAt(place).question));
      found.set(beginning, held);
    }
  }
  const first = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);
  return Object.fromEntries(
    [...found].map(([beginning, { best, others }]) => [
      beginning,
      [...new Set([...first(best).slice(0, inHead), ...first(others)])].slice(0, inHead),
    ]),
  );
}

/** A letter of romaji stands for five of these. */
const singleLetter = /^[ぁ-ゖa-z]$/;
const maxHeadLength = 4;
const inHead = 6;

function cutPacks(questions: readonly IndexDocument[]): SuggestedQuestion[][] {
  const shown = questions.map(({ url, question, aliases }): SuggestedQuestion => [url, question, ...aliases]);
  return Array.from({ length: Math.ceil(shown.length / packSize) }, (_, pack) =>
    shown.slice(pack * packSize, (pack + 1) * packSize),
  );
}

/** About 1 KB compressed. */
const packSize = 8;

type Suggestible = Pick<PreparedIndex, 'pages' | 'vocabulary'> & Partial<Pick<PreparedIndex, 'texts'>>;

const noQuestion = { question: '', aliases: [] };
