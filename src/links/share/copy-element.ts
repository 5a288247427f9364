import { shareWords as words } from '../../strings/share.ts';
import { copyAndSay, prepareAnnouncements } from './announce.ts';

/** `<qa-copy>`: a button that copies the text standing beside it. */
class QaCopy extends HTMLElement {
  connectedCallback(): void {
    const source = this.querySelector('pre');
    const button = this.querySelector('button');
    prepareAnnouncements();
    if (source && button)
      button.addEventListener('click', () => void copyAndSay(source.textContent?.trim() ?? '', words.copied, button));
  }
}

customElements.define('qa-copy', QaCopy);
