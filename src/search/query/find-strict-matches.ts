import { isCrossWordBigram } from '../../text/cross-word-bigrams.ts';
import type { Token } from '../../text/token.ts';
import { isLetter, tokenise } from '../../text/tokenise.ts';
import type { QueryPlan } from './analyse-query.ts';
import type { Lists } from './cover-pages.ts';
import type { PostingsOf } from './score-documents.ts';
import { trustIn } from './scoring.ts';
import type { Meaning } from './term-list.ts';

/**
 * Pages that match what was typed strictly: a compound as a whole or nearly so, a phrase with all its words, as typed
 * or in other words. Where no page does, those that hold what is related to it, then those that hold most of it.
 */
export function findStrictMatches(plan: QueryPlan, lists: Lists): StrictMatches {
  const units = plan.units.filter((unit) => isWeighty(plan, unit));
  const find = (share: Share, minTrust: number) =>
    new Set(units.flatMap((unit) => [...pagesWithUnit(plan, unit, lists, share, minTrust)]));
  const literal = find('nearly', trustIn.same);
  const isWritten =
    literal.size > 0 ||
    plan.meanings.some((meaning) => isOneWord(meaning) && pagesWithMeaning(meaning, lists.postings, 'nearly').size > 0);
  for (const [share, minTrust] of steps) {
    const pages = find(share, minTrust);
    if (pages.size > 0) return { pages, literal, isWritten };
  }
  return { pages: new Set(), literal, isWritten };
}

/**
 * Each step asks less than the one before: how much of a meaning a page must hold, and how far it must mean the same.
 */
const steps: readonly (readonly [share: Share, trust: number])[] = [
  ['nearly', trustIn.near],
  ['nearly', 0],
  ['mostly', 0],
];

/**
 * Pages that hold a unit as typed or in other words; where those are other words for a part of it, the rest as typed
 * too.
 */
function pagesWithUnit(
  plan: QueryPlan,
  unit: readonly number[],
  { postings, pageCount }: Lists,
  share: Share,
  minTrust: number,
): Set<number> {
  const isTelling = (word: readonly Token[]) =>
    word.some(
      ({ text, kind }) =>
        !isLetter(kind) && kind !== 'hiragana' && postings(text).pages.length < pageCount * commonShare,
    );
  const [typed, ...others] = plan.meanings.filter((meaning) => meaning.words.every((word) => unit.includes(word)));
  if (!typed) return new Set();
  const held = new Set(pagesWithMeaning(typed, postings, share));
  for (const other of others) {
    if (other.trust < minTrust || (other.end - other.start) * 2 < typed.end - typed.start) continue;
    if (other.trust < trustIn.near && (isPartOf(other, typed) || !other.parts.some(isTelling))) continue;
    const rest = [plan.text.slice(typed.start, other.start), plan.text.slice(other.end, typed.end)];
    if (rest.some((text) => isChanging(text, other, typed))) continue;
    const words = rest.flatMap((text) => tokenise(text).map((word) => word.tokens)).filter(isTelling);
    for (const page of pagesWithMeaning({ ...other, parts: [...other.parts, ...words] }, postings, share))
      held.add(page);
  }
  return held;
}

/** What is only related and begins with a part of what was typed is about that part: 証明書の交付 for 身分証明書. */
function isPartOf({ parts }: Meaning, { typed }: Meaning): boolean {
  const whole = parts[0]?.[0]?.text ?? '';
  return whole.length > 1 && typed.length > whole.length && typed.includes(whole);
}

/**
 * One kanji more makes another thing of a word, though it tells nothing by itself: 普段着 is nothing ふだん. Some do not: 子供用
 * is for 子ども.
 */
function isChanging(rest: string, { typed: part, parts }: Meaning, { words }: Meaning): boolean {
  // What is listed under a name is listed under longer forms of it: 石川県庁.
  if (parts.every((tokens) => tokens.every(({ kind }) => kind === 'field'))) return false;
  return words.length === 1 && /^\p{sc=Han}$/u.test(rest) && /^\p{sc=Han}+$/u.test(part) && !neutral.has(rest);
}

const neutral: ReadonlySet<string> = new Set('用等系化式的型版製内外上下前後中時別毎各旧新現元同課係室部局員者側先分');

/** Whether some page holds the very words of a unit, be it in passing. */
export function isUnitWritten(plan: QueryPlan, unit: readonly number[], { postings }: Lists): boolean {
  const typed = plan.meanings.find((meaning) => meaning.words.every((word) => unit.includes(word)));
  return typed !== undefined && pagesWithMeaning(typed, postings, 'nearly').size > 0;
}

function isOneWord({ parts, trust }: Meaning): boolean {
  return parts.length === 1 && trust >= trustIn.near;
}

/** What so many pages hold tells nothing apart (方法), no more than a single kanji does (課, 書). */
const commonShare = 0.1;

/** How many things were asked for: words that stop phrases leave weight, a phrase of the vocabulary counting as one. */
export function countUnits(plan: QueryPlan): number {
  return plan.units.filter((unit) => isWeighty(plan, unit)).length;
}

/** Pages that hold every part of a meaning nearly whole; `mostly`, more than half of the parts and of each. */
export function pagesWithMeaning({ parts }: Meaning, postings: PostingsOf, share: Share): ReadonlySet<number> {
  const needed = share === 'nearly' ? parts.length : Math.floor(parts.length / 2) + 1;
  return pagesWithMost(
    parts.map((tokens) => pagesHolding(tokens, postings, share)),
    needed,
  );
}

/**
 * A compound is there as one token or by its pairs of letters; any other word by all of its tokens but single letters.
 */
function pagesHolding(tokens: readonly Token[], postings: PostingsOf, share: Share): ReadonlySet<number> {
  const words = tokens.filter((token) => !isCrossWordBigram(token.kind));
  const own = words.length > 0 ? words : tokens;
  const whole = own.find((token) => token.kind === 'compound' || token.kind === 'latin') ?? loanCompound(own);
  // 一一九番 is 119番.
  const wholes = [...(whole ? [whole] : []), ...own.filter((token) => token.kind === 'measure')];
  const links = own.filter(
    (token) => !wholes.includes(token) && !isLetter(token.kind) && token.kind !== 'number' && token.kind !== 'joint',
  );
  const linked = links.length > 0 ? links : wholes.length > 0 ? [] : own;
  const held = new Set(wholes.flatMap((token) => postings(token.text).pages));
  if (linked.length === 0) return held;
  for (const page of pagesWithMost(
    linked.map((link) => new Set(postings(link.text).pages)),
    neededLinks(linked.length, share),
  ))
    held.add(page);
  return held;
}

/** スタディガイド is there as a whole, or by スタディ and ガイド. */
function loanCompound(tokens: readonly Token[]): Token | undefined {
  return tokens.some((token) => token.kind === 'piece') ? tokens.find((token) => token.kind === 'katakana') : undefined;
}

/** 新幹線 needs both of its pairs, 生活保護 all three: with one missing it is two other words. Longer ones may miss a few. */
function neededLinks(links: number, share: Share): number {
  if (links <= 3) return links;
  // Two pairs are one word of three letters: 証明書 is no 出生証明書.
  return share === 'nearly' ? Math.ceil((links * 2) / 3) : Math.max(3, Math.ceil(links / 2));
}

function pagesWithMost(sets: readonly ReadonlySet<number>[], needed: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const set of sets) for (const page of set) counts.set(page, (counts.get(page) ?? 0) + 1);
  return new Set([...counts].flatMap(([page, count]) => (count >= needed ? [page] : [])));
}

export function isWeighty(plan: QueryPlan, unit: readonly number[]): boolean {
  return unit.some((word) => (plan.shares[word] ?? 1) > 0);
}

export interface StrictMatches {
  readonly pages: ReadonlySet<number>;
  /** Those that hold it as typed or in words that mean the same. */
  readonly literal: ReadonlySet<number>;
  /** Whether some page holds the very word, in whatever letters, or one official word for it (火事, 火災). */
  readonly isWritten: boolean;
}

type Share = 'nearly' | 'mostly';
