import { searchWords as words } from '../../strings/search.ts';
import { build } from './build.ts';
import { createFold } from './touching-fold.ts';

/** The elements that a search fills, in the order in which they stand on the page. */
export function buildParts(isFull: boolean) {
  const said = build('div', { class: 'result-notes' });
  const sort = build(
    'select',
    { class: 'sort' },
    build('option', { value: 'relevance' }, words.sortRelevance),
    build('option', { value: 'date' }, words.sortDate),
  );
  const sorting = build('label', {}, build('span', {}, words.sortLabel), sort);
  const facets = build('div', { class: 'facets' });
  const filters = build(
    'details',
    { class: 'filters', open: window.matchMedia(wideEnoughForFilters).matches },
    build('summary', {}, words.filters),
    facets,
  );
  const tools = build('div', { class: 'result-tools', hidden: true }, isFull && sorting, isFull && filters);
  const help = build('div', { class: 'result-help' });
  const list = build('ol', { class: 'qa-list results' });
  const more = build('button', { type: 'button', class: 'more-results', hidden: true }, words.more);
  const all = build('a', { class: 'button all-results', hidden: true, href: '#' }, words.allResults);
  const fold = createFold();
  const beside = build('div', { class: 'result-beside' });
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
    others,
  );
  const root = build('section', { class: 'search-results', 'aria-label': words.resultsLabel }, said, tools, column);
  return { root, said, sort, sorting, facets, tools, help, list, more, fold, all, beside, others };
}

/** As in `search.css`: from here on the filters stand beside the results. */
const wideEnoughForFilters = '(min-width: 64rem)';
