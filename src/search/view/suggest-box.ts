import { suggestionWords as words } from '../../strings/suggestions.ts';
import { indexFolder } from '../index-format.ts';
import { canGoOn, findSuggestions, type Suggestion, type SuggestionSource } from '../suggestions/find-suggestions.ts';
import { openSuggestions } from '../suggestions/open-suggestions.ts';
import { build } from './build.ts';
import { isComposing } from './composing.ts';
import { openRecent } from './device-list.ts';

/**
 * A combobox with a list, as the ARIA Authoring Practices describe it: the focus stays in the box, arrow keys walk
 * through the list, nothing is chosen before the reader chooses. `answered` is called when the first list stands.
 */
export function openSuggestBox(host: SuggestBox, input: HTMLInputElement, answered: () => void): void {
  const root = new URL(`../${indexFolder}/`, input.form?.action).href;
  const recent = openRecent();
  const list = build('ul', {
    id: `${input.id}-list`,
    class: 'suggestions',
    role: 'listbox',
    'aria-label': words.list,
    hidden: true,
  });
  const count = build('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  host.append(list, count);

  let source: Promise<SuggestionSource> | undefined;
  let shown: readonly Suggestion[] = [];
  let active = -1;
  let turn = 0;
  let counting: number | undefined;
  const isOpen = () => !list.hidden;
  const open = () => (source ??= openSuggestions(root));
  const forget = (failed: typeof source): void => {
    if (source === failed) source = undefined;
  };
  // Who has come into the box is about to type.
  const early = open();
  early.catch(() => forget(early));

  const show = (suggestions: readonly Suggestion[]): void => {
    // As many others are news, too: the same words are read out again once they have been away.
    if (JSON.stringify(suggestions) !== JSON.stringify(shown)) say('');
    shown = suggestions;
    list.replaceChildren(...suggestions.map((suggestion, place) => showSuggestion(suggestion, `${list.id}-${place}`)));
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(isOpen()));
    if (isOpen()) input.setAttribute('aria-controls', list.id);
    else input.removeAttribute('aria-controls');
    activate(-1);
    window.clearTimeout(counting);
    counting = window.setTimeout(() => say(isOpen() ? words.count(shown.length) : ''), pauseBeforeCounting);
  };
  const say = (text: string): void => {
    if (count.textContent !== text) count.textContent = text;
  };
  const close = (): void => {
    turn += 1;
    if (isOpen()) show([]);
  };
  const activate = (place: number): void => {
    active = place;
    for (const [number, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(number === place));
    const option = list.children[place];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };

  const find = async (text: string, isRetry = false): Promise<Suggestion[]> => {
    const asked = open();
    try {
      const found = await findSuggestions(text, await asked, recent.read());
      host.tell('list', true);
      return found;
    } catch {
      forget(asked);
      // After a new deployment the old files are gone; without a network only the reader's own searches are at hand.
      if (!isRetry) return find(text, true);
      // A search below the box says it itself.
      if (!input.closest('qa-search')) host.tell('list', false);
      return findSuggestions(text, nothing, recent.read());
    }
  };
  host.canGoOn = async (text) => {
    try {
      return await canGoOn(text, await open());
    } catch {
      return false;
    }
  };
  const update = async (): Promise<void> => {
    const mine = ++turn;
    const text = input.value;
    const found = text.trim() === '' ? [] : await find(text);
    if (mine === turn && document.activeElement === input && !host.isComposing) show(found);
    // The next letter's list may still come before what is fetched for the search.
    if (text.trim() !== '') window.setTimeout(answered, pauseAfterFirst);
  };
  /** Earlier searches, for who asks for them before typing. */
  const offer = async (): Promise<void> => {
    if (input.value.trim() !== '') await update();
    else
      show(
        recent
          .read()
          .slice(0, 6)
          .map((text) => ({ kind: 'recent', text })),
      );
  };

  const choose = ({ text, url }: Suggestion, inNewTab = false): void => {
    close();
    if (url !== undefined && inNewTab) window.open(url, '_blank', 'noopener');
    else if (url !== undefined) location.assign(url);
    else {
      input.value = text;
      input.form?.requestSubmit();
    }
  };

  const keys: Record<string, (event: KeyboardEvent) => boolean | undefined> = {
    ArrowDown: ({ altKey }) => {
      if (isOpen()) activate(altKey ? active : active + 1 < shown.length ? active + 1 : -1);
      // Below a search the closed box leads to its results.
      else if (!altKey && input.closest('qa-search')?.querySelector('[data-result-link]')) return false;
      else void offer().then(() => !altKey && isOpen() && activate(0));
      return true;
    },
    ArrowUp: ({ altKey }) => {
      if (!isOpen()) return false;
      if (altKey) close();
      else activate(active < 0 ? shown.length - 1 : active - 1);
      return true;
    },
    Home: () => isOpen() && active >= 0 && backToText(0),
    End: () => isOpen() && active >= 0 && backToText(input.value.length),
    Escape: () => {
      if (isOpen()) close();
      else if (input.value === '') return false;
      else {
        input.value = '';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      return true;
    },
    Enter: ({ ctrlKey, metaKey }) => {
      const suggestion = isOpen() ? shown[active] : undefined;
      if (suggestion) choose(suggestion, ctrlKey || metaKey);
      return suggestion !== undefined;
    },
  };
  const backToText = (place: number): boolean => {
    activate(-1);
    input.setSelectionRange(place, place);
    return true;
  };

  input.addEventListener('keydown', (event) => {
    if (isComposing(event)) {
      // What ends a composition is no search yet; Safari tells only by the code.
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') activate(-1);
    if (event.shiftKey || ((event.ctrlKey || event.metaKey) && event.key !== 'Enter')) return;
    if (keys[event.key]?.(event) !== true) return;
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener('input', (event) => {
    if ((event as InputEvent).isComposing) close();
    else void update();
  });
  input.addEventListener('compositionstart', close);
  input.addEventListener('compositionend', () => void update());
  // Not before a click is over: what it was meant for would move away under it.
  let isPressed = false;
  document.addEventListener('pointerdown', () => (isPressed = true), true);
  for (const over of ['pointerup', 'pointercancel']) {
    document.addEventListener(over, () => {
      isPressed = false;
      if (isOpen() && document.activeElement !== input) window.setTimeout(close, untilClicked);
    });
  }
  input.addEventListener('blur', () => {
    turn += 1;
    if (!isPressed) window.setTimeout(() => document.activeElement !== input && close(), untilClicked);
  });
  input.form?.addEventListener('submit', () => {
    close();
    recent.add(input.value);
  });
  // The focus stays in the box.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest('[role=option]');
    const suggestion = shown[[...list.children].indexOf(option as Element)];
    if (suggestion) choose(suggestion, event.ctrlKey || event.metaKey);
  });
  // What was typed while this was being fetched counts as typed.
  if (host.isTyped && !host.isComposing) void update();
}

const pauseBeforeCounting = 600;
const untilClicked = 50;
const pauseAfterFirst = 200;
const nothing: SuggestionSource = {
  places: [],
  lookUp: () => Promise.resolve({ best: [], others: [], isWhole: true }),
  readQuestion: () => Promise.resolve(['', '']),
};

function showSuggestion({ kind, text, alias }: Suggestion, id: string): HTMLLIElement {
  return build(
    'li',
    { id, role: 'option', 'aria-selected': 'false', class: `suggestion-${kind}` },
    build('span', { class: 'suggestion-kind' }, words.kinds[kind]),
    build('span', { class: 'suggestion-text' }, text),
    alias !== undefined && build('span', { class: 'suggestion-alias' }, build('span', {}, words.alias), alias),
  );
}

/** What the search below a box knows of it. */
export interface SuggestBox extends HTMLElement {
  /** Whether something has been typed since the page was opened. */
  readonly isTyped: boolean;
  /** Whether an input method is at work. */
  readonly isComposing: boolean;
  /** When it has answered what was typed first, has failed, or has had its time. */
  readonly answered: Promise<void>;
  /** Whether what has been typed may be the beginning of something that it offers. */
  canGoOn: (text: string) => Promise<boolean>;
  /**
   * What fetches and starts a part's program when it is called, tells whether that runs, and says below the box if not.
   */
  prepare(part: FailingPart, address: string, start: () => void): () => Promise<boolean>;
  /** Whether a part works; as long as one does not, a sentence below the box says so. */
  tell(part: FailingPart, works: boolean): void;
}

/** `list`: what the suggestions are read from. */
export type FailingPart = 'suggestions' | 'list' | 'search';
