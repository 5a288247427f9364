/**
 * `<qa-search>`: makes the plain search form inside it answer as one types. The engine and everything that shows results is
 * fetched when the box is first used, so that a page costs nothing before.
 */
class QaSearch extends HTMLElement {
  #desk: Promise<void> | undefined;

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('[data-search-input]');
    if (!input) return;
    input.addEventListener('focus', () => void this.#open(input), { once: true });
    // Kept from the first moment on: a composition may begin before the rest has been fetched.
    input.addEventListener('compositionstart', () => this.toggleAttribute('data-composing', true));
    input.addEventListener('compositionend', () => this.toggleAttribute('data-composing', false));
    const query = new URLSearchParams(location.search).get('q');
    if (query !== null || location.search !== '') {
      if (query !== null) input.value = query;
      void this.#open(input);
    }
  }

  async #open(input: HTMLInputElement): Promise<void> {
    this.#desk ??= import('./view/desk.ts').then(({ openDesk }) => openDesk(this, input));
    await this.#desk;
  }
}

customElements.define('qa-search', QaSearch);
