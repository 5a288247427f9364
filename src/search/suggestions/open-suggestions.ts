import type { Found, SuggestionSource } from './find-suggestions.ts';
import {
  maxShardsRead,
  suggestionsFile,
  type Beginning,
  type SuggestedQuestion,
  type SuggestionStart,
} from './record.ts';

/** Reads the suggestions of the index in `root`. */
export async function openSuggestions(
  root: string,
  fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis),
): Promise<SuggestionSource> {
  const read = async <T>(file: string, settings?: RequestInit): Promise<T> => {
    const response = await fetch(root + file, settings);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return (await response.json()) as T;
  };
  // Asked for anew each time, and sent only if it has changed.
  const start = await read<SuggestionStart>(suggestionsFile, { cache: 'no-cache' });
  const held = new Map<string, Promise<unknown>>();
  const once = <T>(file: string): Promise<T> => {
    const known = held.get(file) ?? read<T>(`${start.folder}/${file}`);
    held.set(file, known);
    known.catch(() => held.delete(file));
    return known as Promise<T>;
  };
  return {
    places: start.places,
    lookUp: async (beginning) => {
      const head = start.heads[beginning];
      if (head) return { best: head, others: [], isWhole: false };
      const shards = await Promise.all(
        shardsWith(beginning, start.shards).map((number) => once<Beginning[]>(`${number}.json`)),
      );
      return gather(shards.flat().filter(([key]) => key.startsWith(beginning)));
    },
    readQuestion: async (question) => {
      const pack = await once<SuggestedQuestion[]>(`q${Math.floor(question / start.packSize)}.json`);
      return pack[question % start.packSize] ?? ['', ''];
    },
  };
}

/** The numbers of the shards in which words with this beginning can lie. */
function shardsWith(beginning: string, firsts: readonly string[]): number[] {
  const from = Math.max(
    0,
    firsts.findLastIndex((first) => first <= beginning),
  );
  const behind = firsts.findIndex((first) => first > beginning && !first.startsWith(beginning));
  const numbers = Array.from(firsts.keys()).slice(from, behind < 0 ? undefined : behind);
  return numbers.slice(0, maxShardsRead + 1);
}

function gather(entries: readonly Beginning[]): Found {
  const best = new Set<number>();
  const others = new Set<number>();
  for (const [, ofBest, ofOthers] of entries) {
    for (const number of fromSteps(ofBest)) best.add(number);
    for (const place of fromSteps(ofOthers)) others.add(place);
  }
  return { best: [...best], others: [...others], isWhole: true };
}

function fromSteps(steps: readonly number[]): number[] {
  let number = 0;
  return steps.map((step) => (number += step));
}
