/// <reference types="vite/client" />
import type { openSearchController as OpenSearchController } from './view/search-controller.ts';
// Whole in one file, so that one download can fail, and be tried again, rather than one of five.
import program from './view/search-program.ts?worker&url';
import type { SuggestBox } from './view/suggest-box.ts';

/**
 * `<qa-search>`: makes the plain search form inside it answer as one types. The engine and all that shows results is
 * fetched when the box is first used, so that a page costs nothing before.
 */
class QaSearch extends HTMLElement {
  /** Set by the program: what is bundled so has no exports. */
  static openSearchController: typeof OpenSearchController | undefined;

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('[data-search-input]');
    const box = this.querySelector<SuggestBox>('qa-suggest');
    if (!input || !box) return;
    const query = new URLSearchParams(location.search).get('q');
    // Not over what somebody typed before this script was there.
    if (query !== null && input.value === input.defaultValue) input.value = query;
    // The box's own script may come later.
    void customElements.whenDefined('qa-suggest').then(() => {
      const open = box.prepare('search', program, () => QaSearch.openSearchController?.(this, input, box));
      // The first suggestions go before: they are what somebody waits for who types.
      const openBehind = async (): Promise<void> => {
        await box.answered;
        await open();
      };
      for (const event of ['focus', 'input']) input.addEventListener(event, () => void openBehind());
      if (location.search !== '') void open();
      else if (document.activeElement === input) void openBehind();
    });
  }
}

customElements.define('qa-search', QaSearch);
