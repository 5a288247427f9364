import { element } from '../element.ts';
import type { ControlView, Field } from './register-control.ts';

/** Folds the fields below it away until somebody asks for them, or one of them is wrong. */
export function createFold(host: HTMLElement, field: Field): ControlView {
  const container = host.parentElement;
  const toggle = element('button', { id: field.inputId, type: 'button', class: 'kj-fold', 'aria-expanded': 'false' });
  host.replaceChildren(toggle);
  container?.classList.add('kj-fold-container', 'kj-folded');
  const fold = (isFolded: boolean) => {
    container?.classList.toggle('kj-folded', isFolded);
    toggle.setAttribute('aria-expanded', String(!isFolded));
    toggle.textContent = `${field.label}を${isFolded ? '開く' : '閉じる'}`;
  };
  toggle.addEventListener('click', () => fold(!container?.classList.contains('kj-folded')));
  container?.addEventListener(openEvent, () => fold(false));
  fold(true);
  return {
    show: () => undefined,
    findError: () => {
      // Decap has judged every field by the time this runs.
      setTimeout(() => {
        if (container && hasErrorBelow(container)) fold(false);
      }, 100);
      return undefined;
    },
  };
}

/** Opens the fold that hides a field, if one does. */
export function openFold(field: Element): void {
  for (let before = field.previousElementSibling; before; before = before.previousElementSibling) {
    if (before.classList.contains('kj-folded')) before.dispatchEvent(new Event(openEvent));
  }
}

const openEvent = 'kj-open';

function hasErrorBelow(container: Element): boolean {
  for (let next = container.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.querySelector('ul li:not(.kj-warning, .kj-error)')?.closest('.kj-control') === null) return true;
  }
  return false;
}
