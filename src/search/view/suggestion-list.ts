import { suggestionMessages as words } from '../../strings/suggestions.ts';
import type { Suggestion } from '../suggestions/find-suggestions.ts';
import { build } from './build.ts';

/** The list below a box. One of its lines can be active, which the box tells assistive technology of. */
export function createSuggestionList(input: HTMLInputElement): SuggestionList {
  const root = build('ul', {
    id: `${input.id}-list`,
    class: 'suggestions',
    role: 'listbox',
    'aria-label': words.list,
    hidden: true,
  });
  const count = build('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  let shown: readonly Suggestion[] = [];
  let active = -1;
  let counting: number | undefined;
  const isOpen = () => !root.hidden;

  const activate = (place: number): void => {
    active = place;
    for (const [number, option] of [...root.children].entries())
      option.setAttribute('aria-selected', String(number === place));
    const option = root.children[place];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const show = (suggestions: readonly Suggestion[]): void => {
    // As many others are news, too: the same words are read out again once they have been away.
    if (JSON.stringify(suggestions) !== JSON.stringify(shown)) say('');
    shown = suggestions;
    root.replaceChildren(...suggestions.map((suggestion, place) => showSuggestion(suggestion, `${root.id}-${place}`)));
    root.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(isOpen()));
    if (isOpen()) input.setAttribute('aria-controls', root.id);
    else input.removeAttribute('aria-controls');
    activate(-1);
    window.clearTimeout(counting);
    counting = window.setTimeout(() => say(isOpen() ? words.count(shown.length) : ''), pauseBeforeCounting);
  };
  const say = (text: string): void => {
    if (count.textContent !== text) count.textContent = text;
  };
  return {
    root,
    count,
    isOpen,
    show,
    activate,
    active: () => active,
    shown: () => shown,
    of: (element) => shown[[...root.children].indexOf(element)],
  };
}

/** After the last change, until the number of lines is said (milliseconds). */
const pauseBeforeCounting = 600;

function showSuggestion({ kind, text, alias }: Suggestion, id: string): HTMLLIElement {
  return build(
    'li',
    { id, role: 'option', 'aria-selected': 'false', class: `suggestion-${kind}` },
    build('span', { class: 'suggestion-kind' }, words.kinds[kind]),
    build('span', { class: 'suggestion-text' }, text),
    alias !== undefined && build('span', { class: 'suggestion-alias' }, build('span', {}, words.alias), alias),
  );
}

export interface SuggestionList {
  readonly root: HTMLElement;
  /** Where the number of lines is said. */
  readonly count: HTMLElement;
  readonly isOpen: () => boolean;
  readonly show: (suggestions: readonly Suggestion[]) => void;
  /** By its place; -1 for none. */
  readonly activate: (place: number) => void;
  readonly active: () => number;
  readonly shown: () => readonly Suggestion[];
  /** What a line offers. */
  readonly of: (line: Element) => Suggestion | undefined;
}
