import { button, element } from '../element.ts';
import './messages.css';

/**
 * Says something at the foot of the page, in a strip of its own: the page becomes shorter by it, so that it lies over
 * nothing that somebody wants to press. What went well goes by itself; the rest stays until it is closed.
 */
export function showMessage(message: Message): ShownMessage {
  const { id, isError = false, stayMs } = message;
  const bar = openBar();
  const box = element('div', { class: 'kj-notice', role: isError ? 'alert' : 'status' });
  if (id !== undefined) bar.querySelector(`[data-id="${CSS.escape(id)}"]`)?.remove();
  if (id !== undefined) box.dataset['id'] = id;
  box.classList.toggle('kj-notice-error', isError);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(timer);
    box.remove();
  };
  const draw = ({ text, items = [], link }: Omit<Message, 'id'>) => {
    const words = element('div', { class: 'kj-notice-words' }, element('p', {}, text));
    if (items.length > 0) words.append(element('ul', {}, ...items.map((item) => element('li', {}, item))));
    const parts = link
      ? [element('a', { class: 'kj-button', href: link.address, target: '_blank', rel: 'noopener' }, link.words)]
      : [];
    box.replaceChildren(words, ...parts, button('閉じる', close, { 'aria-label': `閉じる：${text}` }));
  };
  // A live region tells only what comes into it.
  bar.append(box);
  draw(message);
  while (bar.childElementCount > maxShown) bar.firstElementChild?.remove();
  const leave = (afterMs: number | undefined) => {
    clearTimeout(timer);
    if (afterMs !== undefined) timer = setTimeout(close, afterMs);
  };
  leave(stayMs);
  return {
    close,
    change: (next) => {
      if (!box.isConnected) return;
      draw(next);
      leave(next.stayMs);
    },
  };
}

function openBar(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.kj-messages');
  if (found) return found;
  const bar = element('section', { class: 'kj-messages', 'aria-label': 'お知らせ' });
  document.body.append(bar);
  const tell = () => document.documentElement.style.setProperty('--kj-messages-height', `${bar.offsetHeight}px`);
  new ResizeObserver(tell).observe(bar);
  return bar;
}

const maxShown = 3;

export interface Message {
  text: string;
  items?: readonly string[];
  link?: { address: string; words: string };
  isError?: boolean;
  /** A message takes the place of an earlier one of the same id. */
  id?: string;
  /** Milliseconds after which it goes; without, it stays until it is closed. */
  stayMs?: number;
}

export interface ShownMessage {
  close(): void;
  /** Says something else in the same place; nothing where it was closed. */
  change(message: Omit<Message, 'id'>): void;
}
