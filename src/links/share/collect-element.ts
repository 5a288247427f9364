import { collectWords as words } from '../../strings/collect.ts';
import { copyAndSay, prepareAnnouncements } from './announce.ts';
import { createCollection, type Collection } from './collect.ts';
import { writeTogether, type ShareableAnswer } from './paste-text.ts';

/**
 * `<qa-collect>` around a search: a box to tick at each result, and a bar that copies the ticked ones together. What is
 * ticked stays so while the search goes on.
 */
class QaCollect extends HTMLElement {
  readonly #collection: Collection = createCollection();
  #bar: HTMLElement | undefined;

  connectedCallback(): void {
    prepareAnnouncements();
    new MutationObserver(() => this.#addBoxes()).observe(this, { childList: true, subtree: true });
    this.addEventListener('change', (event) => {
      const box = event.target as HTMLInputElement;
      const result = box.matches('.choose-result input') ? box.closest<HTMLElement>('.result') : null;
      if (!result) return;
      this.#collection.put(readResult(result, this.dataset['site']), box.checked);
      this.#showBar();
    });
    this.#addBoxes();
  }

  #addBoxes(): void {
    for (const result of this.querySelectorAll<HTMLElement>('.result')) {
      if (result.querySelector('.choose-result')) continue;
      const answer = readResult(result, this.dataset['site']);
      const title = result.querySelector('.qa-question');
      const label = document.createElement('label');
      const box = document.createElement('input');
      label.className = 'choose-result';
      box.type = 'checkbox';
      box.checked = this.#collection.has(answer.url);
      box.setAttribute('aria-label', words.choose(answer.question));
      label.append(box, words.pick);
      title?.after(label);
    }
  }

  #showBar(): void {
    const answers = this.#collection.answers();
    this.#bar ??= this.#buildBar();
    this.#bar.hidden = answers.length === 0;
    document.body.classList.toggle('has-collected', answers.length > 0);
    const count = this.#bar.querySelector('p');
    if (count) count.textContent = words.chosen(answers.length);
  }

  #buildBar(): HTMLElement {
    const bar = document.createElement('section');
    const count = document.createElement('p');
    const copy = document.createElement('button');
    const clear = document.createElement('button');
    bar.className = 'collected';
    bar.setAttribute('aria-label', words.region);
    count.setAttribute('role', 'status');
    copy.type = clear.type = 'button';
    copy.className = 'share-main';
    copy.textContent = words.copy;
    clear.textContent = words.clear;
    copy.addEventListener('click', () => {
      const answers = this.#collection.answers();
      void copyAndSay(writeTogether(answers), words.copied(answers.length), copy);
    });
    clear.addEventListener('click', () => {
      this.#collection.clear();
      for (const box of this.querySelectorAll<HTMLInputElement>('.choose-result input')) box.checked = false;
      this.#showBar();
      this.querySelector<HTMLElement>('[data-search-input]')?.focus();
    });
    bar.append(count, copy, clear);
    this.append(bar);
    return bar;
  }
}

/** `site` is the origin under which the site is published, whatever the address is under which it is being read. */
function readResult(result: HTMLElement, site: string | undefined): ShareableAnswer {
  const { who = '', when = '', label = '' } = result.dataset;
  const link = result.querySelector<HTMLAnchorElement>('[data-result-link]');
  return {
    question: link?.textContent ?? '',
    summary: result.querySelector('.qa-summary')?.textContent ?? '',
    who,
    when,
    label,
    url: link ? new URL(link.pathname, site ?? link.href).href : '',
  };
}

customElements.define('qa-collect', QaCollect);
