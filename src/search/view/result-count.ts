import { searchMessages as words } from '../../strings/search.ts';
import type { SearchAnswer } from '../engine.ts';
import { build } from './build.ts';
import type { SuggestBox } from './suggest-box.ts';

/** Each way of finding nothing in a sentence of its own. */
export function sayNothing(text: string, isFiltered: boolean, touching: number): string {
  if (isFiltered) return words.nothingFiltered(text);
  return touching > 0 ? words.onlyTouching(text, touching) : words.nothing(text);
}

/** Where there is no Q&A, but an address or another page. */
export function sayInstead({ address, others }: SearchAnswer, text: string): string | undefined {
  if (address?.page) return words.addressFound;
  if (address) return address.isOurs ? words.noSuchPage : words.foreignAddress;
  return others.total > 0 ? words.nothingButOthers(text, others.total) : undefined;
}

/** Who is still typing a word misses nothing yet. */
export async function mayGoOn(answer: SearchAnswer, box: SuggestBox | null): Promise<boolean> {
  if (!hasMoreToSay(answer) || answer.address) return false;
  return answer.mayGoOn === true || (await box?.canGoOn(box.querySelector('input')?.value ?? '')) === true;
}

/** What can be said of an answer while its last word is unfinished. */
export function withoutLastWord({ suggestion: _unfinished, ...answer }: SearchAnswer): SearchAnswer {
  const last = answer.asked?.at(-1);
  const others = (said: readonly string[]) => said.filter((word) => word !== last);
  return { ...answer, missing: others(answer.missing), leftOut: others(answer.leftOut) };
}

export function hasMoreToSay(answer: SearchAnswer): boolean {
  return answer.total === 0 || answer.suggestion !== undefined || answer.leftOut.length + answer.missing.length > 0;
}

export function countOf({ results, total }: SearchAnswer): HTMLElement {
  return count(words.shown(results.length, total));
}

export function count(text: string): HTMLElement {
  return build('p', { class: 'result-count' }, text);
}

/** In the place of a count, where there can be none. */
export function notice(text: string): HTMLElement {
  return build('p', { class: 'result-count notice notice-warning' }, text);
}
