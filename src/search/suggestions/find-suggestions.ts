import { listBeginnings, readTyped, type TypedWord } from '../../text/word-beginnings.ts';
import { questionAt, type SuggestedPlace, type SuggestedQuestion } from './record.ts';

/**
 * What to offer for what has been typed so far: at most six, the reader's own searches and places of the site first.
 */
export async function findSuggestions(
  text: string,
  source: SuggestionSource,
  recent: readonly string[],
): Promise<Suggestion[]> {
  const words = readTyped(text);
  if (words.length === 0) return [];
  const own = recent
    .filter((each) => each !== text.trim() && isBegun(listBeginnings(each), words))
    .map((each): Suggestion => ({ kind: 'recent', text: each }));
  const places = source.places
    .filter(([, name, kana]) => isBegun([name, kana, kana.replaceAll('の', ' ')].flatMap(listBeginnings), words))
    .map(([kind, name, , url]): Suggestion => ({ kind, text: name, url }));
  const questions = await findQuestions(words, source);
  const few = Math.max(2, maxSuggestions - questions.length);
  const others = [...own.slice(0, 2), ...places, ...own.slice(2)].slice(0, Math.max(few, 2));
  return [...others.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)), ...questions].slice(
    0,
    maxSuggestions,
  );
}

const maxSuggestions = 6;
const order: readonly Suggestion['kind'][] = ['recent', 'topic', 'group', 'question'];

/** Whether the last word of what is being typed begins a longer one that could be offered by itself. */
export async function canGoOn(text: string, source: SuggestionSource): Promise<boolean> {
  const word = /\s$/.test(text) ? undefined : readTyped(text).at(-1)?.slice(0, 1);
  if (!word) return false;
  if (source.places.some(([, name, kana]) => isBegun([name, kana].flatMap(listBeginnings), [word]))) return true;
  return (await lookUpWord(word, source)).places.size > 0;
}

/** Whether each typed word is the beginning of one of these. */
function isBegun(beginnings: readonly string[], words: readonly TypedWord[]): boolean {
  const isThere = (begun: string) => beginnings.some((beginning) => beginning.startsWith(begun));
  return words.every((ways) => ways.some((way) => way.every((spellings) => spellings.some(isThere))));
}

async function findQuestions(words: readonly TypedWord[], source: SuggestionSource): Promise<Suggestion[]> {
  const found = await Promise.all(words.map((word) => lookUpWord(word, source)));
  // A letter or two that begin half the words do not narrow yet what the other words found.
  const narrow = found.filter((word) => word.isWhole);
  const wanted = narrow.length > 0 ? narrow : found.slice(0, 1);
  const together =
    wanted.reduce<Places | undefined>((held, next) => (held ? meet(held, next.places) : next.places), undefined) ??
    new Map();
  const best = [...together]
    .sort(([a, aliasA], [b, aliasB]) => Math.sign(aliasA + 1) - Math.sign(aliasB + 1) || a - b)
    .slice(0, maxSuggestions);
  return Promise.all(
    best.map(async ([question, alias]): Promise<Suggestion> => {
      const [url, text, ...aliases] = await source.readQuestion(question);
      const matched = alias > 0 ? aliases[alias - 1] : undefined;
      return { kind: 'question', text, url, ...(matched === undefined ? {} : { alias: matched }) };
    }),
  );
}

/** By the first of its ways that leads anywhere. */
async function lookUpWord(word: TypedWord, source: SuggestionSource): Promise<LookedUp> {
  let last: LookedUp = { places: new Map(), isWhole: true };
  for (const way of word) {
    const parts = await Promise.all(way.map((spellings) => lookUpSpellings(spellings, source)));
    const whole = parts.filter((part) => part.isWhole);
    const [first, ...others] = whole.length > 0 ? whole : parts;
    if (!first) continue;
    last = { places: others.reduce((held, next) => meet(held, next.places), first.places), isWhole: whole.length > 0 };
    if (last.places.size > 0) break;
  }
  return last;
}

async function lookUpSpellings(spellings: readonly string[], source: SuggestionSource): Promise<LookedUp> {
  const found = await Promise.all(spellings.map((spelling) => source.lookUp(spelling)));
  const places = new Map<number, number>();
  for (const { others } of found) {
    for (const place of others) {
      const { question, alias } = questionAt(place);
      if (!places.has(question)) places.set(question, alias);
    }
  }
  for (const { best } of found) for (const question of best) places.set(question, inQuestion);
  return { places, isWhole: found.every(({ isWhole }) => isWhole) };
}

/** Of both; the alias that one of them needs is the one to show. */
function meet(a: Places, b: Places): Places {
  return new Map(
    [...a].flatMap(([question, alias]) => {
      const other = b.get(question);
      return other === undefined ? [] : [[question, Math.max(alias, other)] as const];
    }),
  );
}

/** At the beginning of a word of the question itself, which goes before all else. */
const inQuestion = -1;

/** Question → the alias that has the word, 0 inside the question. */
type Places = ReadonlyMap<number, number>;

interface LookedUp {
  readonly places: Places;
  /** False where only the first few are known. */
  readonly isWhole: boolean;
}

export interface Found {
  readonly best: readonly number[];
  /** As `placeOf` tells. */
  readonly others: readonly number[];
  readonly isWhole: boolean;
}

export interface SuggestionSource {
  readonly places: readonly SuggestedPlace[];
  readonly lookUp: (beginning: string) => Promise<Found>;
  readonly readQuestion: (question: number) => Promise<SuggestedQuestion>;
}

export interface Suggestion {
  readonly kind: 'recent' | 'topic' | 'group' | 'question';
  readonly text: string;
  /** None for a search. */
  readonly url?: string;
  /** Another wording of the question, which is what was typed. */
  readonly alias?: string;
}
