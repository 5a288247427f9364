import type { SuggestBox } from './suggest-element.ts';

/**
 * `<qa-search>`: makes the plain search form inside it answer as one types. The engine and all that shows results is
 * fetched when the box is first used, so that a page costs nothing before.
 */
class QaSearch extends HTMLElement {
  #desk: Promise<void> | undefined;

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('[data-search-input]');
    const box = this.querySelector<SuggestBox>('qa-suggest');
    if (!input) return;
    for (const event of ['focus', 'input']) input.addEventListener(event, () => void this.#openBehind(box, input));
    const query = new URLSearchParams(location.search).get('q');
    if (query !== null || location.search !== '') {
      if (query !== null) input.value = query;
      void this.#open(box, input);
    }
  }

  /** The first suggestions go before: they are what somebody waits for who types. */
  async #openBehind(box: SuggestBox | null, input: HTMLInputElement): Promise<void> {
    await box?.answered;
    await this.#open(box, input);
  }

  async #open(box: SuggestBox | null, input: HTMLInputElement): Promise<void> {
    this.#desk ??= import('./view/desk.ts').then(({ openDesk }) => openDesk(this, input, box));
    await this.#desk.catch(() => {
      // Without a network: the next letter tries again.
      this.#desk = undefined;
      box?.hasFailed(true);
    });
  }
}

customElements.define('qa-search', QaSearch);
