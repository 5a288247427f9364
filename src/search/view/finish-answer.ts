import { searchMessages as words } from '../../strings/search.ts';
import type { SearchAnswer } from '../engine.ts';
import { writeState, type SearchState } from './address-state.ts';
import { build } from './build.ts';
import type { DeviceList } from './device-list.ts';
import type { Facets } from './facet-panel.ts';
import type { Keeper } from './keep-searches.ts';
import { fewerWords, filtersToLift } from './less.ts';
import { showAside, showNothing, showSpelling, showWeak, type PlacesToGo } from './notes.ts';
import { count, countOf, mayGoOn, notice, sayInstead, sayNothing, withoutLastWord } from './result-count.ts';
import type { ResultParts } from './result-parts.ts';
import type { Saying } from './saying.ts';
import type { SuggestBox } from './suggest-box.ts';

/** What follows once a search has been meant, or has stood still: it is kept, and all about its answer is said. */
export function createFinish({
  host,
  parts,
  isFull,
  searchPage,
  facets,
  box,
  saying,
  keep,
  correct,
  ...page
}: Page): Finish {
  const finish: Finish = async (answer, turn) => {
    const { state, signature, isOver, isMeant } = turn;
    const text = state.text.trim();
    const isUnfinished = !isMeant && (await mayGoOn(answer, box));
    if (isOver()) return;
    if (isUnfinished && answer.total === 0) return void saying.show([count(words.goOn)], signature).say();
    if (!isMeant) keep(page.recent, text, isMeant);
    if (answer.total === 0) {
      const instead = sayInstead(answer, text);
      if (instead === undefined) return nothing(answer, turn);
      saying.show([count(instead), ...showSpelling(answer, correct)], signature).say();
      return;
    }
    const told = isUnfinished ? withoutLastWord(answer) : answer;
    const aside = showAside(told, correct);
    const isWeak = told.missing.length > 0;
    host.classList.toggle('is-weak', isWeak);
    if (isWeak) parts.below.replaceChildren(...showWeak(page.placesToGo));
    const first = isWeak ? notice(words.weak(told.missing, answer.total)) : countOf(answer);
    saying.show([first, ...aside], signature).say();
  };

  const nothing: Finish = async (answer, { state, signature, isOver, isMeant }) => {
    const { asked, touching } = answer;
    const text = state.text.trim();
    const lifts = await filtersToLift(state, facets, page.count);
    const fewer = lifts.length > 0 ? [] : await fewerWords({ ...state, filters: {} }, page.count, asked);
    if (isOver()) return;
    if (lifts.length === 0) keep(page.missed, text, isMeant);
    host.classList.add('has-nothing');
    parts.tools.hidden = Object.keys(state.filters).length === 0;
    const sentence = sayNothing(text, lifts.length > 0, isFull ? touching : 0);
    const spelling = showSpelling(answer, correct);
    saying.show([build('p', { class: 'result-count nothing' }, sentence), ...spelling], signature).say();
    parts.help.replaceChildren(
      ...showNothing({
        choices: [...lifts, ...fewer],
        choose: page.change,
        addressOf: (next) => searchPage + writeState(next),
        askInGroup: lifts.length === 0,
        ...page.placesToGo,
      }),
    );
  };
  return finish;
}

type Finish = (answer: SearchAnswer, turn: Turn) => Promise<void>;

/** One search, from the letter or the click that set it off. */
interface Turn {
  readonly state: SearchState;
  readonly signature: string;
  /** Whether another has begun since. */
  readonly isOver: () => boolean;
  /** Not if it has only stood still. */
  readonly isMeant: boolean;
}

interface Page {
  readonly host: HTMLElement;
  readonly parts: ResultParts;
  readonly isFull: boolean;
  readonly searchPage: string;
  readonly facets: Facets | undefined;
  readonly box: SuggestBox | null;
  readonly saying: Saying;
  readonly keep: Keeper;
  readonly recent: DeviceList;
  readonly missed: DeviceList;
  /** Where one finds what the search does not. */
  readonly placesToGo: PlacesToGo;
  /** How many questions a search finds. */
  readonly count: (state: SearchState) => Promise<number>;
  readonly change: (state: SearchState) => void;
  /** Searches for a text instead. */
  readonly correct: (text: string) => void;
}
