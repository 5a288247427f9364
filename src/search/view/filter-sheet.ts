import { searchMessages as words } from '../../strings/search.ts';
import { build } from './build.ts';

/**
 * Where the conditions stand: in a row above the results where there is room, each opening a panel below the row; on a
 * phone in a dialog behind one button. It is one element that moves, so that what is open or chosen stays so when the
 * window changes.
 */
export function createFilterSheet(content: HTMLElement, clear: () => void): FilterSheet {
  const row = build('div', { class: 'filter-row' });
  const open = build('button', { type: 'button', class: 'filter-open', 'aria-haspopup': 'dialog' }, words.filters);
  const close = build('button', { type: 'button', class: 'text-button' }, words.closeFilters);
  const all = build('button', { type: 'button', class: 'text-button' }, words.clearFilters);
  const see = build('button', { type: 'button', class: 'see-results' });
  const body = build('div', { class: 'sheet-body' });
  const title = build('h2', { id: 'filter-sheet' }, words.chooseFilters);
  const dialog = build(
    'dialog',
    { class: 'filter-sheet', 'aria-labelledby': title.id },
    build('div', { class: 'sheet-head' }, title, close),
    body,
    build('div', { class: 'sheet-foot' }, all, see),
  );
  const wide = window.matchMedia(roomForRow);
  const place = (): void => {
    if (wide.matches) {
      if (dialog.open) dialog.close();
      closePanels();
      row.append(content);
    } else body.append(content);
  };
  const closePanels = (but?: Node): void => {
    for (const panel of content.querySelectorAll('details[open]')) if (panel !== but) panel.removeAttribute('open');
  };
  wide.addEventListener('change', place);
  place();

  open.addEventListener('click', () => dialog.showModal());
  all.addEventListener('click', clear);
  for (const button of [close, see]) button.addEventListener('click', () => dialog.close());
  see.addEventListener('click', () => document.querySelector<HTMLElement>('[data-result-link]')?.focus());
  // What is clicked beside a dialog is the dialog itself.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());

  // In the row one panel is open at a time, and what happens beside it closes it.
  content.addEventListener(
    'toggle',
    ({ target }) => {
      if (wide.matches && target instanceof HTMLDetailsElement && target.open) closePanels(target);
    },
    true,
  );
  document.addEventListener('pointerdown', ({ target }) => {
    if (wide.matches && !content.contains(target as Node)) closePanels();
  });
  content.addEventListener('keydown', (event) => {
    const panel = (event.target as Element).closest('details[open]');
    if (!wide.matches || event.key !== 'Escape' || event.isComposing || !panel) return;
    panel.removeAttribute('open');
    panel.querySelector('summary')?.focus();
  });

  return {
    parts: [open, row, dialog],
    show: (total, chosen) => {
      open.textContent = chosen > 0 ? `${words.filters}（${chosen}）` : words.filters;
      see.textContent = words.seeResults(total);
      see.disabled = total === 0;
      all.hidden = chosen === 0;
    },
  };
}

/** As in `search.css`. */
const roomForRow = '(min-width: 48rem)';

export interface FilterSheet {
  /** In the order in which they stand on the page. */
  readonly parts: readonly HTMLElement[];
  /** How many results there are, and how many conditions are chosen. */
  readonly show: (total: number, chosen: number) => void;
}
