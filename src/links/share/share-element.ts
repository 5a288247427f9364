import { shareWords as words } from '../../strings/share.ts';
import { copyAndSay, prepareAnnouncements } from './announce.ts';
import { addCopyButtons } from './copy-anchors.ts';
import { writeMarkdown, writePlain, writeSlack, type ShareableAnswer } from './paste-text.ts';

/** `<qa-share>`: the buttons that take a Q&A along, and a copy button at each answer and heading of its page. */
class QaShare extends HTMLElement {
  connectedCallback(): void {
    const { question = '', summary = '', who = '', when = '', label = '', url = '' } = this.dataset;
    const answer: ShareableAnswer = { question, summary, who, when, label, url };
    prepareAnnouncements();
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('button[data-as]');
      const write = writers[button?.dataset['as'] ?? ''];
      if (button && write)
        void copyAndSay(write(answer), button.dataset['as'] === 'link' ? words.linkCopied : words.copied, button);
    });
    this.#offerSystemSheet(answer);
    addCopyButtons(this.closest('article') ?? document.body, url);
  }

  #offerSystemSheet({ question, summary, url }: ShareableAnswer): void {
    const button = this.querySelector<HTMLButtonElement>('[data-system]');
    if (!button || typeof navigator.share !== 'function') return;
    button.hidden = false;
    // Closing the sheet without choosing is no error.
    button.addEventListener(
      'click',
      () => void navigator.share({ title: question, text: `${question}\n→ ${summary}`, url }).catch(() => undefined),
    );
  }
}

const writers: Record<string, (answer: ShareableAnswer) => string> = {
  plain: writePlain,
  slack: writeSlack,
  markdown: writeMarkdown,
  link: (answer) => answer.url,
};

customElements.define('qa-share', QaShare);
