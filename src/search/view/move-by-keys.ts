import { isComposing } from './composing.ts';

/**
 * Arrow keys move between the search box and the results, from whatever inside or between them has the focus; Escape
 * goes back to the box. Nothing moves during composition, nor in what has a use of its own for these keys.
 */
export function moveByKeys(host: HTMLElement, input: HTMLInputElement): void {
  host.addEventListener('keydown', (event) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const from = event.target as HTMLElement;
    const isInBox = from === input;
    if (!isInBox && (!from.closest('.result-column') || usesArrows(from))) return;
    if (event.key === 'Escape' && !isInBox) input.focus();
    else if (event.key === 'ArrowDown') findNext(host, from)?.focus();
    else if (event.key === 'ArrowUp' && !isInBox) (findPrevious(host, from) ?? input).focus();
    else return;
    event.preventDefault();
  });
}

function usesArrows(element: HTMLElement): boolean {
  return element.matches('select, textarea, input:not([type=checkbox]), [contenteditable]');
}

/** Where each result begins that is to be seen. */
function listHeads(host: HTMLElement): HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>('[data-result-link]')].filter(
    (link) => link.getClientRects().length > 0,
  );
}

function findNext(host: HTMLElement, from: HTMLElement): HTMLElement | undefined {
  return listHeads(host).find((head) => isBefore(from, head) && !isSameResult(from, head));
}

function findPrevious(host: HTMLElement, from: HTMLElement): HTMLElement | undefined {
  return listHeads(host).findLast((head) => isBefore(head, from) && !isSameResult(from, head));
}

function isBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isSameResult(a: HTMLElement, b: HTMLElement): boolean {
  const result = a.closest('.result');
  return result !== null && result === b.closest('.result');
}
