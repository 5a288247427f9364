import { createSearch, type SearchAnswer, type SearchRequest } from '../engine.ts';
import { searchWords as words } from '../../strings/search.ts';
import { readState, writeState, type FilterName, type SearchState } from './address-state.ts';
import { build } from './build.ts';
import { openMissed, openRecent, type DeviceList } from './device-list.ts';
import { createFacetPanel, readFacets, redrawChips, showChosen } from './facet-panel.ts';
import { fewerWords, filtersToLift } from './less.ts';
import { moveByKeys } from './move-by-keys.ts';
import { showAside, showDeviceLists, showFailure, showNothing, showSpelling, showWeak } from './notes.ts';
import { showAddress, showNarrow, showOtherPages } from './other-pages.ts';
import { openOwnBody, showOwnBody, type OwnBody } from './own-body.ts';
import { showResult } from './result-list.ts';
import { buildParts } from './result-parts.ts';
import { createSaying } from './saying.ts';
import type { SuggestBox } from './suggest-box.ts';

/** After the last letter: until it is searched, until a count is said, until it is taken for what was meant. */
const pauses = { search: 90, say: 600, still: 1_000 };
const pageSize = { full: 20, peek: 5 };
/** Takes over the form inside `host`: results as one types, the address (on the search page), filters, history. */
export function openSearchController(host: HTMLElement, input: HTMLInputElement, box: SuggestBox | null): void {
  const isFull = host.dataset['mode'] === 'full';
  const searchPage = input.form?.action ?? '';
  const inside = (path: string) => new URL(`../${path}`, searchPage).pathname;
  const recent = openRecent();
  const missed = openMissed();
  const facets = isFull ? readFacets(document) : undefined;
  const ownBody = openOwnBody();
  const parts = buildParts(isFull, {
    ownBody: isFull ? showOwnBody(ownBody, () => void run()) : undefined,
    clearFilters: () => change({ ...state, filters: {} }),
  });
  const panel = facets && createFacetPanel(parts.facets, facets);
  const saying = createSaying(parts.said);
  const browse = host.querySelector('[data-browse]');
  if (browse) browse.before(parts.root);
  else host.append(parts.root);
  host.classList.add('is-open');

  let state: SearchState = isFull ? readState(location.search) : { text: input.value, filters: {}, sort: 'relevance' };
  let shown = pageSize[isFull ? 'full' : 'peek'];
  const emptied = [parts.list, parts.beside, parts.below, parts.others];
  let turn = 0;
  let timer: number | undefined;
  const halfway = new Map<DeviceList, string>();

  const published = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const search = createSearch({ basePath: inside(''), published });
  // Who has come into the box is about to search, and is told before the first letter if that cannot be.
  const load = () =>
    search.load().then(
      () => isIdle() && saying.clear(),
      () => isIdle() && saying.show([notice(words.offline)], 'offline').say(),
    );
  void load();
  window.addEventListener('online', () => void (isIdle() ? load() : run()));

  const isIdle = () => state.text.trim() === '' && Object.keys(state.filters).length === 0;
  const ask = (asked: SearchState, limit: number, isTyping = false): Promise<SearchAnswer> =>
    search.search({
      text: asked.text,
      filters: asLists(asked),
      sort: asked.sort,
      offset: 0,
      limit,
      counts: isFull && limit > 0,
      isTyping,
      ...nearTo(ownBody.read()),
    });

  /** `typedAt` is when the last letter came; without it the search was meant as it stands. */
  const run = async (typedAt?: number): Promise<void> => {
    const mine = ++turn;
    const isOver = () => mine !== turn;
    host.classList.toggle('has-results', !isIdle());
    host.classList.remove('has-nothing', 'is-weak');
    if (isIdle()) return showIdle();
    if (typedAt === undefined) keep(recent, true);
    parts.root.setAttribute('aria-busy', 'true');
    const slow = window.setTimeout(() => !isOver() && saying.show([count(words.searching)], 'searching').say(), 1_500);
    try {
      const answer = await ask(state, shown, typedAt !== undefined);
      window.clearTimeout(slow);
      if (isOver()) return;
      show(answer);
      if (typedAt === undefined) return await finish(answer, isOver, true);
      // A word that is not finished is not missing yet, nor mistyped.
      if (answer.total === 0) saying.clear();
      else if (!saying.isAbout(signature())) saying.show([countOf(answer)], signature());
      if (!hasMoreToSay(answer)) parts.root.removeAttribute('aria-busy');
      await until(typedAt + pauses.say);
      if (isOver()) return;
      if (!hasMoreToSay(answer)) saying.say();
      await until(typedAt + pauses.still);
      if (!isOver()) await finish(answer, isOver, false);
    } catch {
      if (isOver()) return;
      for (const part of emptied) part.replaceChildren();
      parts.tools.hidden = parts.more.hidden = parts.all.hidden = parts.fold.root.hidden = true;
      parts.help.replaceChildren(showFailure(() => void run()));
      saying.show([notice(words.failed)], signature()).say();
    } finally {
      window.clearTimeout(slow);
      if (!isOver()) parts.root.removeAttribute('aria-busy');
    }
  };

  const show = (answer: SearchAnswer): void => {
    const own = ownBody.read();
    parts.list.replaceChildren(...answer.results.map((result) => showResult(result, own)));
    parts.others.replaceChildren(...showOtherPages(answer));
    const named = showNarrow(answer, narrow);
    parts.beside.replaceChildren(...showAddress(answer), ...(isFull ? [] : named));
    for (const part of [parts.help, parts.below]) part.replaceChildren();
    parts.more.hidden = answer.results.length >= answer.total || !isFull;
    const asked = { text: state.text, filters: asLists(state), sort: state.sort, ...nearTo(own) };
    parts.fold.show(
      isFull ? answer : { total: 0, touching: 0 },
      async (from, most) => {
        const rest = { offset: answer.total + from, limit: most, counts: false, withTouching: true };
        return (await search.search({ ...asked, ...rest })).results;
      },
      own,
    );
    parts.all.hidden = isFull || answer.results.length >= answer.total + answer.touching;
    parts.all.href = searchPage + writeState(state);
    parts.tools.hidden = answer.total === 0 && Object.keys(state.filters).length === 0;
    parts.sorting.hidden = answer.total < 2;
    panel?.redraw(answer.filterCounts, state);
    if (facets) redrawChips(parts.chosen, [...showChosen(facets, state, drop), ...named], input);
    parts.sheet.show(answer.total, Object.values(state.filters).flat().length);
  };

  /** What was meant is kept, and everything about it is said. */
  const finish = async (answer: SearchAnswer, isOver: () => boolean, isMeant: boolean): Promise<void> => {
    const isUnfinished = !isMeant && (await mayGoOn(answer, box));
    if (isOver()) return;
    if (isUnfinished && answer.total === 0) return void saying.show([count(words.goOn)], signature()).say();
    if (!isMeant) keep(recent, isMeant);
    if (answer.total === 0) {
      const instead = sayInstead(answer, state.text.trim());
      if (instead === undefined) return nothing(answer, isOver, isMeant);
      saying.show([count(instead), ...showSpelling(answer, correct)], signature()).say();
      return;
    }
    const told = isUnfinished ? withoutLastWord(answer) : answer;
    const aside = showAside(told, correct);
    const isWeak = told.missing.length > 0;
    host.classList.toggle('is-weak', isWeak);
    if (isWeak) parts.below.replaceChildren(...showWeak(placesToGo()));
    const first = isWeak ? notice(words.weak(told.missing, answer.total)) : countOf(answer);
    saying.show([first, ...aside], signature()).say();
  };

  /** Where one finds what the search does not. */
  const placesToGo = () => ({
    topics: browse ? undefined : inside('topics/'),
    groups: inside('groups/'),
    writePage: inside('pages/how-to-write/'),
  });

  const nothing = async (answer: SearchAnswer, isOver: () => boolean, isMeant: boolean): Promise<void> => {
    const { asked, touching } = answer;
    const count = async (asked: SearchState) => (await ask(asked, 0)).total;
    const lifts = await filtersToLift(state, facets, count);
    const fewer = lifts.length > 0 ? [] : await fewerWords({ ...state, filters: {} }, count, asked);
    if (isOver()) return;
    if (lifts.length === 0) keep(missed, isMeant);
    host.classList.add('has-nothing');
    parts.tools.hidden = Object.keys(state.filters).length === 0;
    const sentence = sayNothing(state.text.trim(), lifts.length > 0, isFull ? touching : 0);
    const spelling = showSpelling(answer, correct);
    saying.show([build('p', { class: 'result-count nothing' }, sentence), ...spelling], signature()).say();
    parts.help.replaceChildren(
      ...showNothing({
        choices: [...lifts, ...fewer],
        choose: change,
        addressOf: (next) => searchPage + writeState(next),
        askInGroup: lifts.length === 0,
        ...placesToGo(),
      }),
    );
  };

  /** What only stood still on the way to a longer text gives way to that. */
  const keep = (list: DeviceList, isMeant: boolean): void => {
    const text = state.text.trim();
    const before = halfway.get(list);
    list.add(text, before !== undefined && text.startsWith(before) ? before : undefined);
    if (isMeant) halfway.delete(list);
    else halfway.set(list, text);
  };

  const showIdle = (): void => {
    for (const part of emptied) part.replaceChildren();
    parts.help.replaceChildren();
    parts.tools.hidden = parts.more.hidden = parts.all.hidden = parts.fold.root.hidden = true;
    parts.root.removeAttribute('aria-busy');
    saying.clear();
    parts.help.replaceChildren(
      ...showDeviceLists({
        recent,
        missed: isFull ? missed : undefined,
        choose: (text) => change({ ...state, text }),
        refresh: showIdle,
      }),
    );
  };

  /** A change that a person made on purpose gets its own step in the history; typing replaces the step. */
  const change = (next: SearchState, typedAt?: number): void => {
    window.clearTimeout(timer);
    state = next;
    shown = pageSize[isFull ? 'full' : 'peek'];
    if (input.value !== state.text) input.value = state.text;
    parts.sort.value = state.sort;
    if (isFull) {
      const target = location.pathname + writeState(state);
      if (typedAt !== undefined) history.replaceState(null, '', target);
      else if (target !== location.pathname + location.search) history.pushState(null, '', target);
    }
    void run(typedAt);
  };

  /** On the home page the filters are one page further. */
  const narrow = (name: FilterName, value: string): void => {
    const next = { ...state, filters: { ...state.filters, [name]: [value] } };
    if (isFull) change(next);
    else location.assign(searchPage + writeState(next));
  };

  const correct = (text: string): void => change({ ...state, text });

  const drop = (name: FilterName, value: string): void => change({ ...state, filters: without(state, name, value) });

  const typed = (): void => {
    window.clearTimeout(timer);
    const typedAt = performance.now();
    timer = window.setTimeout(() => change({ ...state, text: input.value }, typedAt), pauses.search);
  };

  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) typed();
  });
  input.addEventListener('compositionend', typed);
  input.form?.addEventListener('submit', (event) => {
    window.clearTimeout(timer);
    if (!isFull) return;
    event.preventDefault();
    change({ ...state, text: input.value });
  });
  parts.facets.addEventListener('change', (event) => {
    const box = event.target as HTMLInputElement;
    // Safari gives a box that is clicked no focus; what has none cannot keep it.
    box.focus({ preventScroll: true });
    change({ ...state, filters: toggled(state, box) });
  });
  parts.sort.addEventListener('change', () =>
    change({ ...state, sort: parts.sort.value === 'date' ? 'date' : 'relevance' }),
  );
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
      window.clearTimeout(timer);
      state = readState(location.search);
      input.value = state.text;
      parts.sort.value = state.sort;
      void run();
    });
  }
  // What was typed while this was being fetched counts as typed.
  if (box?.isComposing) showIdle();
  else if (input.value !== state.text || box?.isTyped) change({ ...state, text: input.value }, performance.now());
  else void run();
  parts.sort.value = state.sort;

  /** The same words about another search are said again; about the same search they are not. */
  function signature(): string {
    return JSON.stringify([state.text.trim(), state.filters, state.sort, ownBody.read()]);
  }
}

/** Each way of finding nothing in a sentence of its own. */
function sayNothing(text: string, isFiltered: boolean, touching: number): string {
  if (isFiltered) return words.nothingFiltered(text);
  return touching > 0 ? words.onlyTouching(text, touching) : words.nothing(text);
}

/** Where there is no Q&A, but an address or another page. */
function sayInstead({ address, others }: SearchAnswer, text: string): string | undefined {
  if (address?.page) return words.addressFound;
  if (address) return address.isOurs ? words.noSuchPage : words.foreignAddress;
  return others.total > 0 ? words.nothingButOthers(text, others.total) : undefined;
}

/** A prefecture is as large as it is: its band says nothing of what it does. */
function nearTo(own: OwnBody | undefined): Pick<SearchRequest, 'near'> {
  if (!own) return {};
  return { near: own.kind === 'prefecture' ? { kind: own.kind } : own };
}

/** Who is still typing a word misses nothing yet. */
async function mayGoOn(answer: SearchAnswer, box: SuggestBox | null): Promise<boolean> {
  if (!hasMoreToSay(answer) || answer.address) return false;
  return answer.mayGoOn === true || (await box?.canGoOn(box.querySelector('input')?.value ?? '')) === true;
}

/** What can be said of an answer while its last word is unfinished. */
function withoutLastWord({ suggestion: _unfinished, ...answer }: SearchAnswer): SearchAnswer {
  const last = answer.asked?.at(-1);
  const others = (said: readonly string[]) => said.filter((word) => word !== last);
  return { ...answer, missing: others(answer.missing), leftOut: others(answer.leftOut) };
}

function hasMoreToSay(answer: SearchAnswer): boolean {
  return answer.total === 0 || answer.suggestion !== undefined || answer.leftOut.length + answer.missing.length > 0;
}

function countOf({ results, total }: SearchAnswer): HTMLElement {
  return count(words.shown(results.length, total));
}

function count(text: string): HTMLElement {
  return build('p', { class: 'result-count' }, text);
}

/** In the place of a count, where there can be none. */
function notice(text: string): HTMLElement {
  return build('p', { class: 'result-count notice notice-warning' }, text);
}

function until(time: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, Math.max(0, time - performance.now())));
}

function asLists(state: SearchState): Record<string, string[]> {
  return Object.fromEntries(Object.entries(state.filters).filter(([, values]) => values.length > 0));
}

function toggled(state: SearchState, box: HTMLInputElement): SearchState['filters'] {
  const name = box.name as FilterName;
  const others = without(state, name, box.value);
  return box.checked ? { ...others, [name]: [...(others[name] ?? []), box.value] } : others;
}

function without({ filters }: SearchState, name: FilterName, value: string): SearchState['filters'] {
  const { [name]: values = [], ...others } = filters;
  const rest = values.filter((one) => one !== value);
  return rest.length > 0 ? { ...others, [name]: rest } : others;
}
