import type { Suggestion } from '../suggestions/find-suggestions.ts';
import type { SuggestionList } from './suggestion-list.ts';

/** What each key does to the list; `true` if it did something, so that it does nothing else. */
export function createKeys(input: HTMLInputElement, list: SuggestionList, { offer, choose, close }: Deeds): Keys {
  const { isOpen, activate } = list;
  const backToText = (place: number): boolean => {
    activate(-1);
    input.setSelectionRange(place, place);
    return true;
  };
  return {
    ArrowDown: ({ altKey }) => {
      if (isOpen()) activate(altKey ? list.active() : list.active() + 1 < list.shown().length ? list.active() + 1 : -1);
      // Below a search the closed box leads to its results.
      else if (!altKey && input.closest('qa-search')?.querySelector('[data-result-link]')) return false;
      else void offer().then(() => !altKey && isOpen() && activate(0));
      return true;
    },
    ArrowUp: ({ altKey }) => {
      if (!isOpen()) return false;
      if (altKey) close();
      else activate(list.active() < 0 ? list.shown().length - 1 : list.active() - 1);
      return true;
    },
    Home: () => isOpen() && list.active() >= 0 && backToText(0),
    End: () => isOpen() && list.active() >= 0 && backToText(input.value.length),
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
      const suggestion = isOpen() ? list.shown()[list.active()] : undefined;
      if (suggestion) choose(suggestion, ctrlKey || metaKey);
      return suggestion !== undefined;
    },
  };
}

type Keys = Readonly<Record<string, (event: KeyboardEvent) => boolean | undefined>>;

interface Deeds {
  /** Shows what there is to offer now. */
  readonly offer: () => Promise<void>;
  readonly choose: (suggestion: Suggestion, inNewTab?: boolean) => void;
  readonly close: () => void;
}
