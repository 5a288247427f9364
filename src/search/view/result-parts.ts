import { searchMessages as words } from '../../strings/search.ts';
import { build } from './build.ts';
import { createFilterSheet } from './filter-sheet.ts';
import { createFold } from './touching-fold.ts';

/** The elements that a search fills, in the order in which they stand on the page. */
export function buildParts(isFull: boolean, { ownBody, clearFilters }: OfPage) {
  const said = build('div', { class: 'result-notes' });
  const sort = build(
    'select',
    { class: 'sort' },
    build('option', { value: 'relevance' }, words.sortRelevance),
    build('option', { value: 'date' }, words.sortDate),
  );
  const sorting = build('label', { class: 'sorting' }, build('span', {}, words.sortLabel), sort);
  const facets = build('div', { class: 'facets' });
  const sheet = createFilterSheet(build('div', { class: 'filters' }, facets, ownBody), clearFilters);
  const chosen = build('ul', { class: 'chosen', 'aria-label': words.chosenFilters });
  const tools = build('div', { class: 'result-tools', hidden: true }, isFull && [...sheet.parts, sorting, chosen]);
  const help = build('div', { class: 'result-help' });
  const list = build('ol', { class: 'qa-list results' });
  const more = build('button', { type: 'button', class: 'more-results', hidden: true }, words.more);
  const all = build('a', { class: 'button all-results', hidden: true, href: '#' }, words.allResults);
  const fold = createFold();
  const beside = build('div', { class: 'result-beside' });
  const below = build('div', { class: 'result-help' });
  const others = build('section', { class: 'other-pages', 'aria-label': words.otherPages });
  const column = build(
    'div',
    { class: 'result-column' },
    beside,
    help,
    build('h2', { class: 'visually-hidden' }, words.resultsLabel),
    list,
    more,
    fold.root,
    all,
    below,
    others,
  );
  const root = build('section', { class: 'search-results', 'aria-label': words.resultsLabel }, tools, said, column);
  return {
    root,
    said,
    sort,
    sorting,
    facets,
    sheet,
    chosen,
    tools,
    help,
    list,
    more,
    fold,
    all,
    beside,
    below,
    others,
  };
}

export type ResultParts = ReturnType<typeof buildParts>;

interface OfPage {
  /** What the reader says of the own body, where it can be said. */
  readonly ownBody: HTMLElement | undefined;
  readonly clearFilters: () => void;
}
