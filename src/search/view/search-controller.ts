import { createSearch, type SearchAnswer } from '../engine.ts';
import { searchMessages as words } from '../../strings/search.ts';
import {
  putIntoAddress,
  readState,
  toggleFilter,
  withoutFilter,
  writeState,
  type FilterName,
  type SearchState,
} from './address-state.ts';
import { openEngine } from './ask-engine.ts';
import { openMissed, openRecent } from './device-list.ts';
import { createFacetPanel, readFacets } from './facet-panel.ts';
import { createFinish } from './finish-answer.ts';
import { followReader } from './follow-reader.ts';
import { createKeeper } from './keep-searches.ts';
import { moveByKeys } from './move-by-keys.ts';
import { showDeviceLists, showFailure } from './notes.ts';
import { openOwnBody, showOwnBody } from './own-body.ts';
import { count, countOf, hasMoreToSay, notice } from './result-count.ts';
import { buildParts } from './result-parts.ts';
import { createSaying } from './saying.ts';
import { clearAnswer, showAnswer } from './show-answer.ts';
import type { SuggestBox } from './suggest-box.ts';
import { until } from './until.ts';

/** After the last letter: until it is searched, until a count is said, until it is taken for what was meant. */
const pauses = { search: 90, say: 600, still: 1_000 };
const pageSize = { full: 20, peek: 5 };

/** Takes over the form inside `host`: results as one types, the address (on the search page), filters, history. */
export function openSearchController(host: HTMLElement, input: HTMLInputElement, box: SuggestBox | null): void {
  const isFull = host.dataset['mode'] === 'full';
  const searchPage = input.form?.action ?? '';
  const inside = (path: string) => new URL(`../${path}`, searchPage).pathname;
  const keep = createKeeper();
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
  let turn = 0;
  let timer: number | undefined;

  const published = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const engine = openEngine(createSearch({ basePath: inside(''), published }), { isFull, ownBody });
  // Who has come into the box is about to search, and is told before the first letter if that cannot be.
  const load = () =>
    engine.load().then(
      () => isIdle() && saying.clear(),
      () => isIdle() && saying.show([notice(words.offline)], 'offline').say(),
    );
  void load();
  window.addEventListener('online', () => void (isIdle() ? load() : run()));

  const isIdle = () => state.text.trim() === '' && Object.keys(state.filters).length === 0;
  /** `typedAt` is when the last letter came; without it the search was meant as it stands. */
  const run = async (typedAt?: number): Promise<void> => {
    const mine = ++turn;
    const isOver = () => mine !== turn;
    host.classList.toggle('has-results', !isIdle());
    host.classList.remove('has-nothing', 'is-weak');
    if (isIdle()) return showIdle();
    if (typedAt === undefined) keep(recent, state.text.trim(), true);
    parts.root.setAttribute('aria-busy', 'true');
    const slow = window.setTimeout(() => !isOver() && saying.show([count(words.searching)], 'searching').say(), 1_500);
    try {
      const answer = await engine.ask(state, shown, typedAt !== undefined);
      window.clearTimeout(slow);
      if (isOver()) return;
      show(answer);
      if (typedAt === undefined) return await finish(answer, { state, signature: signature(), isOver, isMeant: true });
      // A word that is not finished is not missing yet, nor mistyped.
      if (answer.total === 0) saying.clear();
      else if (!saying.isAbout(signature())) saying.show([countOf(answer)], signature());
      if (!hasMoreToSay(answer)) parts.root.removeAttribute('aria-busy');
      await until(typedAt + pauses.say);
      if (isOver()) return;
      if (!hasMoreToSay(answer)) saying.say();
      await until(typedAt + pauses.still);
      if (!isOver()) await finish(answer, { state, signature: signature(), isOver, isMeant: false });
    } catch {
      if (isOver()) return;
      clearAnswer(parts);
      parts.help.replaceChildren(showFailure(() => void run()));
      saying.show([notice(words.failed)], signature()).say();
    } finally {
      window.clearTimeout(slow);
      if (!isOver()) parts.root.removeAttribute('aria-busy');
    }
  };

  const show = (answer: SearchAnswer): void =>
    showAnswer(answer, state, {
      ...{ parts, isFull, searchPage, facets, panel, input, narrow, drop },
      own: ownBody.read(),
      readTouching: engine.touchingBehind(state, answer.total),
    });

  const showIdle = (): void => {
    clearAnswer(parts);
    parts.root.removeAttribute('aria-busy');
    saying.clear();
    parts.help.replaceChildren(
      ...showDeviceLists({
        recent,
        missed: isFull ? missed : undefined,
        choose: correct,
        refresh: showIdle,
      }),
    );
  };

  const change = (next: SearchState, typedAt?: number): void => {
    window.clearTimeout(timer);
    state = next;
    shown = pageSize[isFull ? 'full' : 'peek'];
    if (input.value !== state.text) input.value = state.text;
    parts.sort.value = state.sort;
    if (isFull) putIntoAddress(state, typedAt !== undefined);
    void run(typedAt);
  };

  /** On the home page the filters are one page further. */
  const narrow = (name: FilterName, value: string): void => {
    const next = { ...state, filters: { ...state.filters, [name]: [value] } };
    if (isFull) change(next);
    else location.assign(searchPage + writeState(next));
  };

  const correct = (text: string): void => change({ ...state, text });

  const drop = (name: FilterName, value: string): void =>
    change({ ...state, filters: withoutFilter(state, name, value) });

  const finish = createFinish({
    ...{ host, parts, isFull, searchPage, facets, box, saying, keep, recent, missed, change, correct },
    placesToGo: {
      topics: browse ? undefined : inside('topics/'),
      groups: inside('groups/'),
      writePage: inside('pages/how-to-write/'),
    },
    count: async (asked) => (await engine.ask(asked, 0)).total,
  });

  followReader(input, parts, {
    type: () => {
      window.clearTimeout(timer);
      const typedAt = performance.now();
      timer = window.setTimeout(() => change({ ...state, text: input.value }, typedAt), pauses.search);
    },
    submit: (event) => {
      window.clearTimeout(timer);
      if (!isFull) return;
      event.preventDefault();
      change({ ...state, text: input.value });
    },
    filter: (box) => change({ ...state, filters: toggleFilter(state, box) }),
    sort: (sort) => change({ ...state, sort }),
    askForMore: () => {
      shown += pageSize.full;
      void run();
    },
    open: () => recent.add(state.text),
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
