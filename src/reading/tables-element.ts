/**
 * `<qa-tables>` around texts with tables. The Tab key stops at a table only if it scrolls. Table roles are set, since
 * some screen readers no longer take it for a table when a narrow screen shows it as blocks.
 */
class QaTables extends HTMLElement {
  #watch: ResizeObserver | undefined;

  connectedCallback(): void {
    this.#watch ??= new ResizeObserver((changes) =>
      changes.forEach(({ target }) => focusIfScrollable(target as HTMLElement)),
    );
    for (const frame of this.querySelectorAll<HTMLElement>('.table-scroll')) {
      setRoles(frame);
      this.#watch.observe(frame);
    }
  }

  disconnectedCallback(): void {
    this.#watch?.disconnect();
  }
}

function focusIfScrollable(frame: HTMLElement): void {
  const scrolls = frame.scrollWidth > frame.clientWidth + 1;
  frame.toggleAttribute('tabindex', scrolls);
  if (scrolls) frame.tabIndex = 0;
}

function setRoles(frame: HTMLElement): void {
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
