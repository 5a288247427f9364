import { isCrossWordBigram } from '../../text/cross-word-bigrams.ts';
import { isLetter, type KanaWords } from '../../text/tokenise.ts';
import { summaryAnchor, type DisplayDocument } from '../index-format.ts';
import type { QueryPlan } from './analyse-query.ts';
import type { SearchResult } from './answer.ts';
import { explainMatch, typedByReader, wordsHeld, type IsHeld, type Match } from './explain.ts';
import { termsIn } from './find-marks.ts';
import { cutExcerpt, markText, worthOf, type Segment } from './mark-text.ts';
import type { Term } from './term-list.ts';

/**
 * What of a page is shown as a result: its texts with marks, the alias that was typed, the place that holds most of the
 * query.
 */
export function showResult(
  document: DisplayDocument,
  page: number,
  matched: readonly Term[],
  { plan, isHeld, kanaWords }: Shown,
): SearchResult {
  const terms = termsToMark(matched, plan);
  const mark = (text: string) => markText(text, terms, kanaWords);
  const alias = findAlias(document, terms, kanaWords);
  const best = findPlace(document, terms, kanaWords) ?? findPlace(document, matched, kanaWords);
  const excerpt = mark(best?.excerpt ?? '');
  const explained = explainMatch(matched, page, plan, isHeld);
  return {
    id: document.id,
    url: document.url,
    question: mark(document.question),
    ...(alias === undefined ? {} : { alias: mark(alias) }),
    summary: mark(document.summary),
    meta: document.meta,
    ...(best ? { best: { ...best, excerpt, ...fragmentOf(document, best.excerpt, excerpt) } } : {}),
    matched: explained,
    near: [...new Set([...matched.filter(isNear).map(({ found }) => found), ...nearNames(explained, plan)])],
  };
}

/** Of the names by which a page was found those that are only near to what was typed. */
function nearNames(explained: readonly Match[], { meanings }: QueryPlan): string[] {
  const isOnlyNear = (name: string) =>
    meanings.some(({ found }) => found === name) && !meanings.some(({ found, trust }) => found === name && trust === 1);
  return explained.flatMap(({ found }) => (isOnlyNear(found) ? [found] : []));
}

/** The vocabulary knows it as near to what was typed, not as another word for it. */
function isNear({ reason, strength }: Term): boolean {
  return reason === 'synonym' && strength !== 'same';
}

/**
 * What is only related is no other word for what was typed, and what is near to it only where that itself is missing.
 */
export function termsToMark(matched: readonly Term[], plan: QueryPlan): Term[] {
  const direct = wordsHeld(matched, plan);
  const isWanted = (term: Term) =>
    !isNear(term) || (term.strength === 'near' && !term.words.every((word) => direct.has(word)));
  return matched.filter(isWanted).flatMap((found) => {
    const term = { ...found, typed: typedByReader(found, plan) };
    const unit = term.reason === 'same' ? tiedUnit(term, plan) : undefined;
    if (unit === undefined) return [term];
    const whole: Term = { ...term, kind: 'mixed', found: unit };
    // 人 of けが人 is marked with けが alone.
    return isLetter(term.kind) || isCrossWordBigram(term.kind) || term.kind === 'prefix' ? [whole] : [term, whole];
  });
}

/** The words that were typed in one with that of a term: けが人, お金. */
function tiedUnit({ words: [word] }: Term, { units, words, text }: QueryPlan): string | undefined {
  const unit = units.find((places) => word !== undefined && places.includes(word)) ?? [];
  const [first, last] = [words[unit[0] ?? 0], words[unit.at(-1) ?? 0]];
  const isOneWord = unit.every(
    (place, index) => index === 0 || words[place]?.start === words[unit[index - 1] ?? 0]?.end,
  );
  return unit.length > 1 && isOneWord && first && last ? text.slice(first.start, last.end) : undefined;
}

/** The alias that holds most of what was typed and the question and its summary do not say. */
function findAlias(
  { question, summary, aliases = [] }: DisplayDocument,
  terms: readonly Term[],
  kanaWords: KanaWords,
): string | undefined {
  if (aliases.length === 0) return undefined;
  const seen = new Set([question, summary].flatMap((text) => termsIn(text, terms, kanaWords)));
  const wordsSeen = new Set([...seen].flatMap(({ words }) => words));
  // Of other words only those for what is not there at all: り災証明 beside 罹災証明 tells nothing.
  const unseen = terms.filter(
    (term) => !seen.has(term) && (term.reason === 'same' || !term.words.some((word) => wordsSeen.has(word))),
  );
  let best: { alias: string; own: number; all: number } | undefined;
  for (const alias of aliases) {
    const own = worthOf(termsIn(alias, unseen, kanaWords));
    const all = worthOf(termsIn(alias, terms, kanaWords));
    if (own > 0 && (!best || own > best.own || (own === best.own && all > best.all))) best = { alias, own, all };
  }
  return best?.alias;
}

/** The section that holds most of the query, or the summary, if no section holds half as much. */
function findPlace(
  { sections, summary }: DisplayDocument,
  terms: readonly Term[],
  kanaWords: KanaWords,
): Place | undefined {
  const ofSummary = worthOf(termsIn(summary, terms, kanaWords));
  let best: (Place & { worth: number }) | undefined;
  for (const { anchor, heading, text } of sections) {
    const { text: excerpt, worth } = cutExcerpt(text, terms, kanaWords);
    if (worth > (best?.worth ?? 0)) best = { anchor, heading, excerpt, worth };
  }
  if (ofSummary > 2 * (best?.worth ?? 0)) return { anchor: summaryAnchor, heading: '', excerpt: '' };
  return best && { anchor: best.anchor, heading: best.heading, excerpt: best.excerpt };
}

/** The clause around the first mark, if the page has it once: by it browsers find the very line below a heading. */
function fragmentOf(
  { question, summary, sections }: DisplayDocument,
  excerpt: string,
  segments: readonly Segment[],
): { fragment?: string } {
  const first = segments.findIndex(({ marked, reason }) => marked && reason === undefined);
  const chosen = first >= 0 ? first : segments.findIndex(({ marked }) => marked);
  if (chosen < 0) return {};
  const start = segments.slice(0, chosen).reduce((sum, { text }) => sum + text.length, 0);
  const end = start + (segments[chosen]?.text.length ?? 0);
  const before = excerpt.slice(0, start).split(endOfClause).at(-1) ?? '';
  const after = excerpt.slice(end).split(endOfClause)[0] ?? '';
  const clause = before + excerpt.slice(start, end) + after;
  const whole = [question, summary, ...sections.flatMap(({ heading, text }) => [heading, text])].join('\n');
  const isOnce = whole.indexOf(clause) >= 0 && whole.indexOf(clause) === whole.lastIndexOf(clause);
  // Where an excerpt was cut, a clause is not whole.
  return isOnce && clause.length >= shortestFragment && !clause.includes('…') ? { fragment: clause } : {};
}

const endOfClause = /[\s。、！？「」『』（）：]/;
/** A shorter one may stand in a menu or a heading before. */
const shortestFragment = 6;

interface Place {
  readonly anchor: string;
  readonly heading: string;
  readonly excerpt: string;
}

export interface Shown {
  readonly plan: QueryPlan;
  readonly isHeld: IsHeld;
  readonly kanaWords: KanaWords;
}
