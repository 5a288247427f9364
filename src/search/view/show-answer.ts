import type { SearchAnswer, SearchResult } from '../engine.ts';
import { writeState, type FilterName, type SearchState } from './address-state.ts';
import { redrawChips, showChosen, type FacetPanel, type Facets } from './facet-panel.ts';
import { showAddress, showNarrow, showOtherPages } from './other-pages.ts';
import type { OwnBody } from './own-body.ts';
import { showResult } from './result-list.ts';
import type { ResultParts } from './result-parts.ts';

/** Fills the parts of a page with an answer to `state`; what is said of it comes from elsewhere. */
export function showAnswer(
  answer: SearchAnswer,
  state: SearchState,
  { parts, isFull, searchPage, facets, panel, input, own, readTouching, narrow, drop }: Showing,
): void {
  parts.list.replaceChildren(...answer.results.map((result) => showResult(result, own)));
  parts.others.replaceChildren(...showOtherPages(answer));
  const named = showNarrow(answer, narrow);
  parts.beside.replaceChildren(...showAddress(answer), ...(isFull ? [] : named));
  for (const part of [parts.help, parts.below]) part.replaceChildren();
  parts.more.hidden = answer.results.length >= answer.total || !isFull;
  parts.fold.show(isFull ? answer : { total: 0, touching: 0 }, readTouching, own);
  parts.all.hidden = isFull || answer.results.length >= answer.total + answer.touching;
  parts.all.href = searchPage + writeState(state);
  parts.tools.hidden = answer.total === 0 && Object.keys(state.filters).length === 0;
  parts.sorting.hidden = answer.total < 2;
  panel?.redraw(answer.filterCounts, state);
  if (facets) redrawChips(parts.chosen, [...showChosen(facets, state, drop), ...named], input);
  parts.sheet.show(answer.total, Object.values(state.filters).flat().length);
}

/** Nothing of an answer stands on the page any more. */
export function clearAnswer(parts: ResultParts): void {
  for (const part of [parts.list, parts.beside, parts.below, parts.others]) part.replaceChildren();
  parts.tools.hidden = parts.more.hidden = parts.all.hidden = parts.fold.root.hidden = true;
}

interface Showing {
  readonly parts: ResultParts;
  /** On the search page; on the home page the first results stand alone. */
  readonly isFull: boolean;
  readonly searchPage: string;
  readonly facets: Facets | undefined;
  readonly panel: FacetPanel | undefined;
  /** Where the focus goes if what had it is gone. */
  readonly input: HTMLElement;
  readonly own: OwnBody | undefined;
  /** The next questions that only touch the query. */
  readonly readTouching: (from: number, limit: number) => Promise<readonly SearchResult[]>;
  readonly narrow: (name: FilterName, value: string) => void;
  readonly drop: (name: FilterName, value: string) => void;
}
