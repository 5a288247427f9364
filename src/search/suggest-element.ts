/// <reference types="vite/client" />
// Bundled whole into a file of its own: Vite's helper for parts of a page's program would cost each page a kilobyte.
import type { openSuggestBox as OpenSuggestBox } from './view/suggest-box.ts';
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
  #box: Promise<void> | undefined;
  #note: HTMLElement | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    // A box of type search may have no other role.
    input.type = 'text';
    input.role = 'combobox';
    input.ariaAutoComplete = 'list';
    input.ariaExpanded = 'false';
    input.addEventListener('focus', () => void this.#open(input));
    input.addEventListener('input', () => {
      this.isTyped = true;
      void this.#open(input);
    });
    // Kept from the first moment on: a composition may begin before the rest has been fetched.
    input.addEventListener('compositionstart', () => (this.isComposing = true));
    input.addEventListener('compositionend', () => (this.isComposing = false));
  }

  canGoOn: SuggestBox['canGoOn'] = () => Promise.resolve(false);

  hasFailed(isSo: boolean): void {
    this.#note?.remove();
    if (!isSo) return;
    this.#note = document.createElement('p');
    this.#note.className = 'suggest-note';
    this.#note.role = 'alert';
    this.#note.textContent = this.dataset['offline'] ?? '';
    this.append(this.#note);
  }

  async #open(input: HTMLInputElement): Promise<void> {
    window.setTimeout(() => this.isTyped || this.#answered(), courtesy.beforeTyping);
    window.setTimeout(this.#answered, courtesy.longest);
    this.#box ??= import(/* @vite-ignore */ program).then(() => QaSuggest.openBox?.(this, input, this.#answered));
    await this.#box.then(
      () => this.hasFailed(false),
      () => {
        // Without a network. The form itself stays, and the next letter tries again.
        this.#box = undefined;
        this.hasFailed(true);
        this.#answered();
      },
    );
  }
}

/** How long the search leaves the line to the first suggestions, which mostly are there with the first letter. */
const courtesy = { beforeTyping: 1_000, longest: 3_000 };

customElements.define('qa-suggest', QaSuggest);

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
  /** Says that nothing can be fetched, or no longer. */
  hasFailed(isSo: boolean): void;
}
