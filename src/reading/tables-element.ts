/**
 * `<qa-tables>` around texts with tables: a table that fits is no stop for the keyboard, and one that is shown as
 * blocks on a narrow screen stays a table to screen readers, some of which go by how it looks.
 */
class QaTables extends HTMLElement {
  #watch: ResizeObserver | undefined;

  connectedCallback(): void {
    this.#watch ??= new ResizeObserver((changes) => changes.forEach(({ target }) => letScroll(target as HTMLElement)));
    for (const frame of this.querySelectorAll<HTMLElement>('.table-scroll')) {
      nameParts(frame);
      this.#watch.observe(frame);
    }
  }

  disconnectedCallback(): void {
    this.#watch?.disconnect();
  }
}

function letScroll(frame: HTMLElement): void {
  const scrolls = frame.scrollWidth > frame.clientWidth + 1;
  frame.toggleAttribute('tabindex', scrolls);
  if (scrolls) frame.tabIndex = 0;
}

function nameParts(frame: HTMLElement): void {
  frame.querySelector('table')?.setAttribute('aria-label', frame.getAttribute('aria-label') ?? '');
  for (const [selector, role] of roles)
    for (const part of frame.querySelectorAll(selector)) part.setAttribute('role', role);
}

const roles = [
  ['table', 'table'],
  ['thead, tbody', 'rowgroup'],
  ['tr', 'row'],
  ['th[scope="col"]', 'columnheader'],
  ['th[scope="row"]', 'rowheader'],
  ['td', 'cell'],
] as const;

customElements.define('qa-tables', QaTables);
