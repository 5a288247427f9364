import { isTie } from '../../text/bridge-words.ts';
import { isLetter, type Token } from '../../text/tokenise.ts';
import type { QueryPlan } from './analyse-query.ts';
import type { PostingsOf } from './fuse.ts';
import type { Meaning } from './term-list.ts';

/**
 * Pages that hold what was typed in earnest: a compound as a whole or nearly so, a phrase with all its words, as typed or in
 * other words. Where no page does, those that hold most of it.
 */
export function findHolders(plan: QueryPlan, postings: PostingsOf): ReadonlySet<number> {
  const meanings = plan.meanings.filter((meaning) => plan.units.some((unit) => isWeighty(plan, unit) && coversHalf(plan, meaning, unit)));
  const held = new Set(meanings.flatMap((meaning) => [...pagesWithMeaning(meaning, postings, 'nearly')]));
  return held.size > 0 ? held : new Set(meanings.flatMap((meaning) => [...pagesWithMeaning(meaning, postings, 'mostly')]));
}

/** How many things were asked for: words that stop phrases leave weight, a phrase of the vocabulary counting as one. */
export function countUnits(plan: QueryPlan): number {
  return plan.units.filter((unit) => isWeighty(plan, unit)).length;
}

/** Pages that hold every part of a meaning nearly whole; `mostly`, more than half of the parts and of each. */
export function pagesWithMeaning({ parts }: Meaning, postings: PostingsOf, share: Share): ReadonlySet<number> {
  const needed = share === 'nearly' ? parts.length : Math.floor(parts.length / 2) + 1;
  return pagesWithMost(parts.map((tokens) => pagesHolding(tokens, postings, share)), needed);
}

/** A compound is there as one token or by its pairs of letters; any other word by all of its tokens but single letters. */
function pagesHolding(tokens: readonly Token[], postings: PostingsOf, share: Share): ReadonlySet<number> {
  const words = tokens.filter((token) => !isTie(token.kind));
  const own = words.length > 0 ? words : tokens;
  const whole = own.find((token) => token.kind === 'compound' || token.kind === 'measure' || token.kind === 'latin');
  const links = own.filter((token) => token !== whole && !isLetter(token.kind) && token.kind !== 'number');
  const linked = links.length > 0 ? links : whole ? [] : own;
  const held = new Set(whole ? postings(whole.text).pages : []);
  if (linked.length === 0) return held;
  for (const page of pagesWithMost(linked.map((link) => new Set(postings(link.text).pages)), neededLinks(linked.length, share))) held.add(page);
  return held;
}

/** 新幹線 needs both of its pairs, 生活保護 all three: with one missing it is two other words. Longer ones may miss a few. */
function neededLinks(links: number, share: Share): number {
  if (links <= 3) return links;
  return Math.ceil(links * (share === 'nearly' ? 2 / 3 : 1 / 2));
}

function pagesWithMost(sets: readonly ReadonlySet<number>[], needed: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const set of sets) for (const page of set) counts.set(page, (counts.get(page) ?? 0) + 1);
  return new Set([...counts].flatMap(([page, count]) => (count >= needed ? [page] : [])));
}

/** Other words for a small part of a compound are not what was asked for. */
function coversHalf(plan: QueryPlan, meaning: Meaning, unit: readonly number[]): boolean {
  const length = unit.reduce((sum, word) => sum + (plan.words[word]?.typed.length ?? 0), 0);
  return meaning.words.every((word) => unit.includes(word)) && meaning.typed.length * 2 >= length;
}

function isWeighty(plan: QueryPlan, unit: readonly number[]): boolean {
  return unit.some((word) => (plan.shares[word] ?? 1) > 0);
}

type Share = 'nearly' | 'mostly';
