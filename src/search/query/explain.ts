import { isTie } from '../../text/bridge-words.ts';
import { toMatchingKey } from '../../text/matching-key.ts';
import { isLetter } from '../../text/tokenise.ts';
import type { QueryPlan } from './analyse-query.ts';
import { pagesWithMeaning } from './find-holders.ts';
import type { PostingsOf } from './fuse.ts';
import type { Meaning, Reason, Term } from './term-list.ts';

/** Which typed word found which word of the page, and why; the page's own words first. */
export function explainMatch(matched: readonly Term[]): Match[] {
  const direct = new Set(matched.filter((term) => term.reason === 'same').flatMap((term) => term.words));
  const matches = new Map<string, Match>();
  for (const term of [...matched].sort((a, b) => b.weight - a.weight)) {
    if (term.reason !== 'same' && term.words.length > 0 && term.words.every((word) => direct.has(word))) continue;
    const key = `${term.typed}\n${term.found}`;
    if (!matches.has(key)) matches.set(key, { typed: term.typed, found: term.found, reason: term.reason });
  }
  return [...matches.values()].sort((a, b) => Number(a.reason !== 'same') - Number(b.reason !== 'same'));
}

/**
 * Things that were asked for and that no page holds, neither as typed nor in other words: of a word that only stands elsewhere
 * nobody has to be told where the page shown answers the question.
 */
export function findLeftOut(plan: QueryPlan, shown: readonly ShownPage[], postings: PostingsOf): string[] {
  if (shown.length === 0) return [];
  const keys = shown.map(() => '');
  const isHeld = (meaning: Meaning): boolean => {
    const pages = meaning.parts.length === 1 ? pagesWithMeaning(meaning, postings, 'nearly') : undefined;
    const written = toMatchingKey(meaning.found);
    return (pages?.size ?? 0) > 0 || shown.some(({ text }, place) => (keys[place] ||= toMatchingKey(text())).includes(written));
  };
  return plan.units.flatMap((unit) => {
    const [typed, ...others] = plan.meanings.filter((meaning) => meaning.words.every((word) => unit.includes(word)));
    if (!typed || !isTelling(plan, unit)) return [];
    return [typed, ...others].some(isHeld) ? [] : [typed.typed];
  });
}

/** Whether a reader would miss it: not a stop phrase, a single kanji or what is left of a kana word. */
function isTelling(plan: QueryPlan, unit: readonly number[]): boolean {
  return unit.some((place) => (plan.shares[place] ?? 1) > 0 && plan.words[place]?.tokens.some(({ kind }) => !isLetter(kind) && !isTie(kind)));
}

export interface ShownPage {
  /** Everything that can be read on it. */
  readonly text: () => string;
}

export interface Match {
  readonly typed: string;
  readonly found: string;
  readonly reason: Reason;
}
