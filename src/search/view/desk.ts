import { createSearch } from '../engine.ts';
import { searchWords as words } from '../../strings/search.ts';
import { readState, writeState, type FilterName, type SearchState } from './address-state.ts';
import { build } from './build.ts';
import { openDeviceList } from './device-list.ts';
import { readFacets, showFacets } from './facet-panel.ts';
import { moveByKeys } from './move-by-keys.ts';
import { showAside, showDeviceLists } from './notes.ts';
import { showResult } from './result-list.ts';
import { createFold } from './touching-fold.ts';

const pauseWhileTyping = 90;
const pageSize = { full: 20, peek: 5 };
/** As in `search.css`: from here on the filters stand beside the results. */
const wideEnoughForFilters = '(min-width: 64rem)';

/** Takes over the form inside `host`: results as one types, state in the address (on the search page), filters, history. */
export function openDesk(host: HTMLElement, input: HTMLInputElement): void {
  const isFull = host.dataset.mode === 'full';
  const searchPage = input.form?.action ?? '';
  const search = createSearch({ basePath: new URL('..', searchPage).pathname });
  // Who has come into the box is about to search. A failure shows when they do.
  void search.load().catch(() => undefined);
  const recent = openDeviceList('kenjinkai:recent', 8);
  const missed = openDeviceList('kenjinkai:missed', 100);
  const facets = isFull ? readFacets(document) : undefined;
  const parts = buildParts(isFull);
  host.append(parts.root);
  host.classList.add('is-open');

  let state: SearchState = isFull ? readState(location.search) : { text: input.value, filters: {}, sort: 'relevance' };
  let shown = pageSize[isFull ? 'full' : 'peek'];
  let turn = 0;
  let timer: number | undefined;

  const run = async (): Promise<void> => {
    const mine = ++turn;
    const text = state.text.trim();
    const isIdle = text === '' && Object.keys(state.filters).length === 0;
    host.classList.toggle('has-results', !isIdle);
    if (isIdle) return showIdle();
    parts.root.setAttribute('aria-busy', 'true');
    const slow = window.setTimeout(() => mine === turn && say(words.searching), 600);
    try {
      const answer = await search.search({ text: state.text, filters: asLists(state), sort: state.sort, offset: 0, limit: shown, counts: isFull });
      if (mine !== turn) return;
      parts.list.replaceChildren(...answer.results.map((result) => showResult(result)));
      parts.aside.replaceChildren(...showAside(answer, state, { suggest: (suggestion) => change({ ...state, text: suggestion }), clear: () => change({ ...state, filters: {} }), writePage: new URL('../pages/how-to-write/', searchPage).pathname }));
      const asked = { text: state.text, filters: asLists(state), sort: state.sort };
      parts.fold.show(isFull ? answer.touching : 0, async (from, most) => {
        const rest = { offset: answer.total + from, limit: most, counts: false, withTouching: true };
        return (await search.search({ ...asked, ...rest })).results;
      });
      parts.more.hidden = answer.results.length >= answer.total || !isFull;
      parts.all.hidden = isFull || answer.results.length >= answer.total + answer.touching;
      parts.all.href = searchPage + writeState(state);
      parts.tools.hidden = false;
      if (facets) keepFocus(parts.facets, () => parts.facets.replaceChildren(...keepOpen(parts.facets, showFacets(facets, answer.filterCounts, state))));
      say(answer.total === 0 ? words.nothing(text) : words.shown(answer.results.length, answer.total));
      if (answer.total === 0) missed.add(text);
    } catch {
      if (mine !== turn) return;
      parts.list.replaceChildren();
      parts.fold.root.hidden = true;
      parts.aside.replaceChildren(build('p', { class: 'notice notice-warning' }, words.failed, ' '), retryButton(run));
      say(words.failed);
    } finally {
      window.clearTimeout(slow);
      if (mine === turn) parts.root.removeAttribute('aria-busy');
    }
  };

  const showIdle = (): void => {
    parts.list.replaceChildren();
    parts.tools.hidden = true;
    parts.more.hidden = parts.all.hidden = parts.fold.root.hidden = true;
    say('');
    parts.aside.replaceChildren(...showDeviceLists({ recent, missed: isFull ? missed : undefined, choose: (text) => change({ ...state, text }), refresh: showIdle }));
  };

  /** A change that a person made on purpose gets its own step in the history; typing replaces the step. */
  const change = (next: SearchState, step: 'push' | 'replace' = 'push'): void => {
    state = next;
    shown = pageSize[isFull ? 'full' : 'peek'];
    if (input.value !== state.text) input.value = state.text;
    parts.sort.value = state.sort;
    if (isFull) {
      const target = location.pathname + writeState(state);
      if (step === 'replace') history.replaceState(null, '', target);
      else if (target !== location.pathname + location.search) history.pushState(null, '', target);
    }
    void run();
  };

  const typed = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => change({ ...state, text: input.value }, 'replace'), pauseWhileTyping);
  };

  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) typed();
  });
  input.addEventListener('compositionend', typed);
  input.form?.addEventListener('submit', (event) => {
    window.clearTimeout(timer);
    recent.add(input.value);
    if (!isFull) return;
    event.preventDefault();
    change({ ...state, text: input.value });
  });
  parts.facets.addEventListener('change', (event) => change({ ...state, filters: toggled(state, event.target as HTMLInputElement) }));
  parts.sort.addEventListener('change', () => change({ ...state, sort: parts.sort.value === 'date' ? 'date' : 'relevance' }));
  parts.more.addEventListener('click', () => {
    shown += pageSize.full;
    void run();
  });
  parts.list.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) recent.add(state.text);
  });
  moveByKeys(host, input);
  if (isFull) {
    window.addEventListener('popstate', () => {
      state = readState(location.search);
      input.value = state.text;
      parts.sort.value = state.sort;
      void run();
    });
  }
  // What was typed while this was being fetched counts as typed.
  if (host.hasAttribute('data-composing')) showIdle();
  else if (input.value !== state.text) change({ ...state, text: input.value }, 'replace');
  else void run();
  parts.sort.value = state.sort;

  function say(text: string): void {
    if (parts.status.textContent !== text) parts.status.textContent = text;
  }
}

function buildParts(isFull: boolean) {
  const status = build('p', { class: 'result-count', role: 'status' });
  const sort = build('select', { class: 'sort' }, build('option', { value: 'relevance' }, words.sortRelevance), build('option', { value: 'date' }, words.sortDate));
  const facets = build('div', { class: 'facets' });
  const filters = build('details', { class: 'filters', open: window.matchMedia(wideEnoughForFilters).matches }, build('summary', {}, words.filters), facets);
  const tools = build('div', { class: 'result-tools', hidden: true }, isFull && build('label', {}, build('span', {}, words.sortLabel), sort), isFull && filters);
  const aside = build('div', { class: 'result-notes' });
  const list = build('ol', { class: 'qa-list results' });
  const more = build('button', { type: 'button', class: 'more-results', hidden: true }, words.more);
  const all = build('a', { class: 'button all-results', hidden: true, href: '#' }, words.allResults);
  const fold = createFold();
  const root = build('section', { class: 'search-results', 'aria-label': words.resultsLabel }, status, tools, build('div', { class: 'result-column' }, aside, build('h2', { class: 'visually-hidden' }, words.resultsLabel), list, more, fold.root, all));
  return { root, fold, status, sort, facets, tools, aside, list, more, all };
}

function retryButton(run: () => Promise<void>): HTMLButtonElement {
  const button = build('button', { type: 'button' }, words.retry);
  button.addEventListener('click', () => void run());
  return button;
}

function asLists(state: SearchState): Record<string, string[]> {
  return Object.fromEntries(Object.entries(state.filters).filter(([, values]) => values.length > 0));
}

function toggled(state: SearchState, box: HTMLInputElement): SearchState['filters'] {
  const name = box.name as FilterName;
  const before = state.filters[name] ?? [];
  const values = box.checked ? [...before, box.value] : before.filter((value) => value !== box.value);
  const { [name]: _dropped, ...others } = state.filters;
  return values.length > 0 ? { ...others, [name]: values } : others;
}

/** New filter elements stay open where the old ones were. */
function keepOpen(old: HTMLElement, fresh: HTMLElement[]): HTMLElement[] {
  const open = new Set([...old.querySelectorAll<HTMLDetailsElement>('details[open]')].map((details) => details.dataset.facet));
  for (const element of fresh) if (open.has(element.dataset.facet)) element.setAttribute('open', '');
  return fresh;
}

/** The filter that has the focus still has it after the panel was drawn anew. */
function keepFocus(panel: HTMLElement, redraw: () => void): void {
  const active = document.activeElement instanceof HTMLInputElement && panel.contains(document.activeElement) ? document.activeElement : undefined;
  redraw();
  if (active) panel.querySelector<HTMLInputElement>(`input[name="${active.name}"][value="${CSS.escape(active.value)}"]`)?.focus();
}
