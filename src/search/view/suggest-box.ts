import { indexFolder } from '../index-format.ts';
import { canGoOn, findSuggestions, type Suggestion, type SuggestionSource } from '../suggestions/find-suggestions.ts';
import { openSuggestions } from '../suggestions/open-suggestions.ts';
import { isComposing } from './composing.ts';
import { openRecent } from './device-list.ts';
import { createKeys } from './suggest-keys.ts';
import { createSuggestionList } from './suggestion-list.ts';

/**
 * A combobox with a list, as the ARIA Authoring Practices describe it: the focus stays in the box, arrow keys walk
 * through the list, nothing is chosen before the reader chooses. `answered` is called when the first list stands.
 */
export function openSuggestBox(host: SuggestBox, input: HTMLInputElement, answered: () => void): void {
  const root = new URL(`../${indexFolder}/`, input.form?.action).href;
  const recent = openRecent();
  const list = createSuggestionList(input);
  const { isOpen, show } = list;
  host.append(list.root, list.count);

  let source: Promise<SuggestionSource> | undefined;
  let turn = 0;
  const open = () => (source ??= openSuggestions(root));
  const forget = (failed: typeof source): void => {
    if (source === failed) source = undefined;
  };
  // Who has come into the box is about to type.
  const early = open();
  early.catch(() => forget(early));

  const close = (): void => {
    turn += 1;
    if (isOpen()) show([]);
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

  const keys = createKeys(input, list, { offer, choose, close });
  input.addEventListener('keydown', (event) => {
    if (isComposing(event)) {
      // What ends a composition is no search yet; Safari tells only by the code.
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') list.activate(-1);
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
  list.root.addEventListener('pointerdown', (event) => event.preventDefault());
  list.root.addEventListener('mousedown', (event) => event.preventDefault());
  list.root.addEventListener('click', (event) => {
    const option = (event.target as Element).closest('[role=option]');
    const suggestion = option ? list.of(option) : undefined;
    if (suggestion) choose(suggestion, event.ctrlKey || event.metaKey);
  });
  // What was typed while this was being fetched counts as typed.
  if (host.isTyped && !host.isComposing) void update();
}

const untilClicked = 50;
const pauseAfterFirst = 200;
const nothing: SuggestionSource = {
  places: [],
  lookUp: () => Promise.resolve({ best: [], others: [], isWhole: true }),
  readQuestion: () => Promise.resolve(['', '']),
};

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
