import type { SearchAnswer } from '../engine.ts';
import { searchMessages as words } from '../../strings/search.ts';
import type { SearchState } from './address-state.ts';
import { build } from './build.ts';
import type { DeviceList } from './device-list.ts';
import type { Choice } from './less.ts';

/** What is said along with a count: another spelling, a word left out. */
export function showAside(answer: SearchAnswer, suggest: (text: string) => void): HTMLElement[] {
  const leftOut = answer.leftOut.filter((word) => !answer.missing.includes(word));
  return [
    ...showSpelling(answer, suggest),
    ...(leftOut.length > 0 ? [build('p', { class: 'notice' }, words.leftOut(leftOut))] : []),
  ];
}

/** What may have been meant, one click away. */
export function showSpelling({ suggestion }: SearchAnswer, suggest: (text: string) => void): HTMLElement[] {
  if (suggestion === undefined) return [];
  const button = textButton(suggestion, () => suggest(suggestion));
  return [build('p', { class: 'suggestion' }, words.suggestion, button)];
}

/** Below the sentence that nothing was found: what can be done about it. */
export function showNothing({ choices, choose, addressOf, askInGroup, ...places }: Nothing): HTMLElement[] {
  const links = choices.map(({ label, state }) => {
    const link = build('a', { class: 'button', href: addressOf(state) }, label);
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(state);
    });
    return build('li', {}, link);
  });
  return [
    ...(links.length > 0 ? [build('ul', { class: 'less' }, ...links)] : []),
    ...(askInGroup ? [build('p', {}, words.askInGroup), showPlaces(places)] : []),
  ];
}

/** Below results that are only near to what was asked for. */
export function showWeak(places: PlacesToGo): HTMLElement[] {
  return [build('p', {}, words.askWhenWeak), showPlaces(places)];
}

function showPlaces({ topics, groups, writePage }: PlacesToGo): HTMLElement {
  return build(
    'p',
    { class: 'help-links' },
    build('a', { href: groups }, words.groups),
    topics !== undefined && build('a', { href: topics }, words.topics),
    build('a', { href: writePage }, words.howToWrite),
  );
}

/** Beside the sentence that the search could not be had. */
export function showFailure(retry: () => void): HTMLElement {
  const button = build('button', { type: 'button' }, words.retry);
  button.addEventListener('click', retry);
  return button;
}

/** Recent searches, and on request those that found nothing. */
export function showDeviceLists({ recent, missed, choose, refresh }: DeviceLists): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  if (recent.read().length > 0)
    blocks.push(
      build(
        'div',
        { class: 'recent' },
        build('p', {}, words.recent),
        listOf(recent, choose),
        clearing(words.clearRecent, recent, refresh),
      ),
    );
  if (missed && missed.read().length > 0) {
    blocks.push(
      build(
        'details',
        { class: 'missed' },
        build('summary', {}, words.missed),
        build('p', {}, words.missedHelp),
        listOf(missed, choose),
        clearing(words.clearMissed, missed, refresh),
      ),
    );
  }
  return blocks;
}

function listOf(list: DeviceList, choose: (text: string) => void): HTMLElement {
  return build(
    'ul',
    { class: 'examples' },
    ...list.read().map((text) =>
      build(
        'li',
        {},
        textButton(text, () => choose(text)),
      ),
    ),
  );
}

function clearing(label: string, list: DeviceList, refresh: () => void): HTMLElement {
  return textButton(label, () => {
    list.clear();
    refresh();
  });
}

function textButton(label: string, act: () => void): HTMLButtonElement {
  const button = build('button', { type: 'button', class: 'text-button' }, label);
  button.addEventListener('click', act);
  return button;
}

export interface PlacesToGo {
  /** The list of topics, unless it is shown. */
  readonly topics: string | undefined;
  readonly groups: string;
  readonly writePage: string;
}

interface Nothing extends PlacesToGo {
  readonly choices: readonly Choice[];
  readonly choose: (state: SearchState) => void;
  readonly addressOf: (state: SearchState) => string;
  /** Not where the search itself stands in the way. */
  readonly askInGroup: boolean;
}

interface DeviceLists {
  recent: DeviceList;
  missed: DeviceList | undefined;
  choose: (text: string) => void;
  refresh: () => void;
}
