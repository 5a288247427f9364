import { feedbackAnswers as words } from '../../strings/share.ts';
import { copyAndSay, prepareAnnouncements } from './announce.ts';
import { sectionMark } from './feedback-text.ts';

/** `<qa-feedback>`: puts the chosen part of the page into the prepared message. Sends nothing. */
class QaFeedback extends HTMLElement {
  connectedCallback(): void {
    const chooser = this.querySelector('select');
    prepareAnnouncements();
    const section = (): string => chooser?.value ?? words.whole;
    const fill = (): void => {
      for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-href]'))
        link.href = (link.dataset['href'] ?? '').replaceAll(
          encodeURIComponent(sectionMark),
          encodeURIComponent(section()),
        );
    };
    chooser?.addEventListener('change', fill);
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('button[data-text]');
      if (button)
        void copyAndSay((button.dataset['text'] ?? '').replaceAll(sectionMark, section()), words.copied, button);
    });
  }
}

customElements.define('qa-feedback', QaFeedback);
