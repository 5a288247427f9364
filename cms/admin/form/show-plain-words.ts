import { decapParts as parts } from '../decap/decap-parts.ts';
import { plainWords } from './plain-words.ts';
import { watchMarkup } from './watch-markup.ts';

/** Decap shows the beginning of a text as it is written, with its signs; people read its words. */
export function showPlainWords(root: HTMLElement): void {
  const shown = new WeakMap<Text, string>();
  watchMarkup(root, () => {
    for (const place of root.querySelectorAll(`${parts.cardBody}, ${parts.itemSummary}`)) {
      const item = place.closest(parts.listItem);
      // Titles are no Markdown; only an item in which a text is written shows some.
      if (item && !item.querySelector('.cm-editor')) continue;
      for (const text of place.childNodes) {
        if (!(text instanceof Text) || shown.get(text) === text.data) continue;
        const words = cut(plainWords(text.data));
        shown.set(text, words);
        text.data = words;
      }
    }
  });
}

function cut(words: string): string {
  const characters = [...words];
  return characters.length <= maxCharacters ? words : `${characters.slice(0, maxCharacters).join('')}…`;
}

/** About four lines of a card. */
const maxCharacters = 120;
