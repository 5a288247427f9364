import type { QueryPlan, Reason, Term } from './analyse-query.ts';
import { kindWeights } from './scoring.ts';

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

/** Typed words that no page of these holds, neither as typed nor in other words. */
export function findLeftOut(plan: QueryPlan, matchedByPage: readonly (readonly Term[])[]): string[] {
  if (matchedByPage.length === 0) return [];
  return plan.words.flatMap((word, index) => ((plan.shares[index] ?? 1) > 0 && !matchedByPage.some((matched) => isHeld(plan, index, matched)) ? [word.typed] : []));
}

/** A compound is held if at least half of it is. */
function isHeld(plan: QueryPlan, word: number, matched: readonly Term[]): boolean {
  const ofWord = matched.filter((term) => term.words.includes(word));
  if (ofWord.some((term) => term.reason !== 'same')) return true;
  const tokens = plan.words[word]?.tokens ?? [];
  const all = tokens.reduce((sum, token) => sum + kindWeights[token.kind], 0);
  const held = ofWord.reduce((sum, term) => sum + kindWeights[term.kind], 0);
  return all === 0 || held >= all * leastHeld;
}

const leastHeld = 0.4;

export interface Match {
  readonly typed: string;
  readonly found: string;
  readonly reason: Reason;
}
