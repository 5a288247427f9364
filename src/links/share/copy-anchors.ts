import { shareWords as words } from '../../strings/share.ts';
import { copyAndSay } from './announce.ts';

/** A button beside each answer and each heading of the write-up that copies the link to just there. */
export function addCopyButtons(page: Element, url: string): void {
  for (const answer of page.querySelectorAll<HTMLElement>('.answer[id]')) {
    answer.querySelector('.answer-by')?.append(copyButton(url, answer.id, answer.getAttribute('aria-label') ?? ''));
  }
  for (const heading of page.querySelectorAll<HTMLElement>('.prose :is(h2, h3, h4)[id]')) {
    const row = document.createElement('div');
    row.className = 'heading-row';
    heading.replaceWith(row);
    row.append(heading, copyButton(url, heading.id, heading.textContent ?? ''));
  }
}

function copyButton(url: string, id: string, name: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-link';
  button.setAttribute('aria-label', words.linkTo(name.trim()));
  button.title = words.link;
  button.addEventListener('click', () => void copyAndSay(`${url}#${encodeURIComponent(id)}`, words.linkCopied, button));
  return button;
}
