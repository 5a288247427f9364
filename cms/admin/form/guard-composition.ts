import { isComposing } from '../../../src/search/view/composing.ts';

/**
 * Keeps the Enter and Escape that end a composition from whatever acts on these keys: forms, lists and dialogs, Decap's
 * own too. The text editor has a rule of its own, for which it must see them.
 */
export function guardComposition(scope: EventTarget): void {
  scope.addEventListener(
    'keydown',
    (event) => {
      const key = event as KeyboardEvent;
      if (!isComposing(key) || !(key.target instanceof HTMLInputElement)) return;
      if (key.key !== 'Enter' && key.key !== 'Escape') return;
      key.stopPropagation();
      // Safari would close the dialog around the field.
      key.preventDefault();
    },
    { capture: true },
  );
}
