/// <reference types="vite/client" />
import { createProgram } from './fetch-program.ts';
// Bundled whole into a file of its own: Vite's helper for parts of a page's program would cost each page a kilobyte.
import type { FailingPart, openSuggestBox as OpenSuggestBox, SuggestBox } from './view/suggest-box.ts';
import program from './view/suggest-program.ts?worker&url';

/**
 * `<qa-suggest>` around the field of a search form: offers questions, topics, groups and earlier searches while one
 * types. What it takes is fetched when the box is first used, so that a page costs next to nothing before.
 */
class QaSuggest extends HTMLElement implements SuggestBox {
  /** Set by the program: what is bundled so has no exports. */
  static openBox: typeof OpenSuggestBox | undefined;
  isTyped = false;
  isComposing = false;
  #answered: () => void = () => undefined;
  readonly answered = new Promise<void>((resolve) => (this.#answered = resolve));
  readonly #failing = new Set<FailingPart>();
  #note: HTMLElement | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    // A box of type search may have no other role.
    input.type = 'text';
    // As attributes: Firefox has the properties since 119.
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    // Safari empties a box that completes nothing when the reader comes back to its page: to what it held at first.
    window.addEventListener('pagehide', () => (input.defaultValue = input.value));
    const run = this.prepare('suggestions', program, () => QaSuggest.openBox?.(this, input, this.#answered));
    input.addEventListener('focus', () => void this.#open(run));
    input.addEventListener('input', () => {
      this.isTyped = true;
      void this.#open(run);
    });
    // From the first moment on: a composition may begin before the rest has been fetched, or even before this script.
    for (const event of ['compositionstart', 'compositionupdate'])
      input.addEventListener(event, () => (this.isComposing = true));
    input.addEventListener('compositionend', () => (this.isComposing = false));
    // Who came into the field before this script was there has caused no event that it could hear.
    if (document.activeElement !== input) return;
    this.isTyped = input.value !== input.defaultValue;
    void this.#open(run);
  }

  canGoOn: SuggestBox['canGoOn'] = () => Promise.resolve(false);

  tell(part: FailingPart, runs: boolean): void {
    this.#failing[runs ? 'delete' : 'add'](part);
    const isShown = this.#note?.isConnected === true;
    if (this.#failing.size > 0 === isShown) return;
    this.#note?.remove();
    if (isShown) return;
    this.#note = document.createElement('p');
    this.#note.className = 'suggest-note';
    this.#note.setAttribute('role', 'alert');
    this.#note.textContent = this.dataset['offline'] ?? '';
    this.append(this.#note);
  }

  prepare(part: FailingPart, address: string, start: () => void): () => Promise<boolean> {
    const run = createProgram(address, start);
    return async () => {
      const runs = await run();
      this.tell(part, runs);
      return runs;
    };
  }

  async #open(run: () => Promise<boolean>): Promise<void> {
    window.setTimeout(() => this.isTyped || this.#answered(), waitTimeoutsMs.beforeTyping);
    window.setTimeout(this.#answered, waitTimeoutsMs.typing);
    // The form itself stays.
    if (!(await run())) this.#answered();
  }
}

/** How long the search leaves the line to the first suggestions, which mostly are there with the first letter. */
const waitTimeoutsMs = { beforeTyping: 1_000, typing: 3_000 };

customElements.define('qa-suggest', QaSuggest);
