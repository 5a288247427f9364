import type { SearchAnswer } from '../engine.ts';
import { searchWords as words } from '../../strings/search.ts';
import type { SearchState } from './address-state.ts';
import { build } from './build.ts';
import type { DeviceList } from './device-list.ts';

/** What is said beside the results: another spelling, a word left out, what to do when nothing was found. */
export function showAside(answer: SearchAnswer, state: SearchState, actions: AsideActions): HTMLElement[] {
  const { suggestion, missing } = answer;
  const leftOut = answer.leftOut.filter((word) => !missing.includes(word));
  return [
    suggestion !== undefined && build('p', { class: 'suggestion' }, words.suggestion, textButton(suggestion, () => actions.suggest(suggestion))),
    missing.length > 0 && answer.total > 0 && build('p', { class: 'notice' }, words.missing(missing), words.near),
    leftOut.length > 0 && answer.total > 0 && build('p', { class: 'notice' }, words.leftOut(leftOut)),
    ...(answer.total === 0 ? showNothing(state, actions) : []),
  ].filter((part): part is HTMLElement => part !== false);
}

function showNothing(state: SearchState, actions: AsideActions): (HTMLElement | false)[] {
  const isFiltered = Object.keys(state.filters).length > 0;
  return [
    build('p', { class: 'nothing' }, isFiltered ? words.nothingFiltered(state.text) : words.nothing(state.text)),
    isFiltered && textButton(words.clearFilters, actions.clear),
    build('p', {}, words.nothingHelp),
    build('p', {}, words.askInGroup, ' ', build('a', { href: actions.writePage }, words.howToWrite)),
  ];
}

/** Recent searches, and on request those that found nothing. */
export function showDeviceLists({ recent, missed, choose, refresh }: DeviceLists): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  if (recent.read().length > 0) blocks.push(build('div', { class: 'recent' }, build('p', {}, words.recent), listOf(recent, choose), clearing(words.clearRecent, recent, refresh)));
  if (missed && missed.read().length > 0) {
    blocks.push(build('details', { class: 'missed' }, build('summary', {}, words.missed), build('p', {}, words.missedHelp), listOf(missed, choose), clearing(words.clearMissed, missed, refresh)));
  }
  return blocks;
}

function listOf(list: DeviceList, choose: (text: string) => void): HTMLElement {
  return build('ul', { class: 'examples' }, ...list.read().map((text) => build('li', {}, textButton(text, () => choose(text)))));
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

interface AsideActions {
  suggest: (text: string) => void;
  clear: () => void;
  writePage: string;
}

interface DeviceLists {
  recent: DeviceList;
  missed: DeviceList | undefined;
  choose: (text: string) => void;
  refresh: () => void;
}
