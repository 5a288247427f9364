/** Names and shapes shared by what builds the suggestions and what reads them in the browser. */

/** Beside the search index, in its folder; the only file of the suggestions that is fetched past the cache. */
export const suggestionsFile = 'suggestions.json';

/** What is read before the first letter is typed. */
export interface SuggestionStart {
  /** Where the other files lie; its name changes with their content. */
  readonly folder: string;
  /** In order: the first beginning of each shard, `0.json`, `1.json` … */
  readonly shards: readonly string[];
  /** For beginnings that many shards hold, their best questions: who types one letter waits for no shard. */
  readonly heads: Readonly<Record<string, readonly number[]>>;
  /** How many questions lie in one file, `q0.json`, `q1.json` … */
  readonly packSize: number;
  readonly places: readonly SuggestedPlace[];
}

/** A topic or a prefecture group: few enough to be at hand whole. */
export type SuggestedPlace = readonly [kind: 'topic' | 'group', name: string, kana: string, url: string];

/**
 * All questions in which a word stands, best first, as steps from one number to the next: those that have it at the
 * beginning of a word, and the others, told as `placeOf` does.
 */
export type Beginning = readonly [key: string, best: readonly number[], others: readonly number[]];

/** The aliases follow in their own order. */
export type SuggestedQuestion = readonly [url: string, question: string, ...aliases: string[]];

/** Number of a question and of the alias that has the word; 0 is the question itself, inside a longer word. */
export function placeOf(question: number, alias: number): number {
  return question * maxAliases + Math.min(alias, maxAliases - 1);
}

export function questionAt(place: number): { question: number; alias: number } {
  return { question: Math.floor(place / maxAliases), alias: place % maxAliases };
}

const maxAliases = 32;

/** Beginnings that more shards hold have a head instead. */
export const maxShardsRead = 2;

/** What the build takes for suggestions beside the documents of the index. */
export interface NamedPlace {
  readonly kind: 'topic' | 'group';
  readonly name: string;
  /** Its readings in hiragana, with anything between them. */
  readonly kana: string;
  readonly url: string;
}
