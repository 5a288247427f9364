import { searchWords as words } from '../../strings/search.ts';
import { filterNames, type FilterName, type SearchState } from './address-state.ts';
import { build } from './build.ts';

/** Draws the filters anew; what is open, scrolled or has the focus stays so. */
export function redrawFacets(panel: HTMLElement, facets: Facets, counts: FilterCounts, state: SearchState): void {
  const redraw = () => panel.replaceChildren(...keepOpen(panel, showFacets(facets, counts, state)));
  keepFocus(panel, () => keepScroll(panel, redraw));
}

/** The filters with a count beside each choice. Choices without a result are left out unless they are chosen. */
function showFacets(facets: Facets, counts: FilterCounts, state: SearchState): HTMLElement[] {
  return filterNames.flatMap((name) => {
    const counted = new Map(Object.entries(counts[name] ?? {}));
    const chosen = state.filters[name] ?? [];
    const choices = facets[name].choices.filter(({ value }) => chosen.includes(value) || (counted.get(value) ?? 0) > 0);
    if (choices.length === 0) return [];
    return build(
      'details',
      { class: 'facet', 'data-facet': name, open: chosen.length > 0 },
      build('summary', {}, facets[name].label, chosen.length > 0 && build('span', { class: 'count' }, `${chosen.length}`)),
      build(
        'fieldset',
        {},
        build('legend', { class: 'visually-hidden' }, `${words.filters}：${facets[name].label}`),
        ...choices.map(({ value, label }) =>
          build(
            'label',
            { class: 'choice' },
            build('input', { type: 'checkbox', name, value, checked: chosen.includes(value) }),
            build('span', {}, label),
            build('span', { class: 'count' }, `${counted.get(value) ?? 0}`),
          ),
        ),
      ),
    );
  });
}

/** New filter elements stay open where the old ones were. */
function keepOpen(old: HTMLElement, fresh: HTMLElement[]): HTMLElement[] {
  const open = new Set(
    [...old.querySelectorAll<HTMLDetailsElement>('details[open]')].map((details) => details.dataset['facet']),
  );
  for (const element of fresh) if (open.has(element.dataset['facet'])) element.setAttribute('open', '');
  return fresh;
}

/** Each list shows what it showed before, as far down as it is scrolled. */
function keepScroll(panel: HTMLElement, redraw: () => void): void {
  const lists = () => [...panel.querySelectorAll<HTMLElement>('[data-facet]')];
  const tops = new Map(lists().map((facet) => [facet.dataset['facet'], facet.querySelector('fieldset')?.scrollTop ?? 0]));
  redraw();
  for (const facet of lists()) facet.querySelector('fieldset')?.scrollTo({ top: tops.get(facet.dataset['facet']) ?? 0, behavior: 'instant' });
}

/** The filter that has the focus still has it after the panel was drawn anew. */
function keepFocus(panel: HTMLElement, redraw: () => void): void {
  const active =
    document.activeElement instanceof HTMLInputElement && panel.contains(document.activeElement)
      ? document.activeElement
      : undefined;
  redraw();
  if (active)
    panel.querySelector<HTMLInputElement>(`input[name="${active.name}"][value="${CSS.escape(active.value)}"]`)?.focus({ preventScroll: true });
}

/** Facet labels as the page carries them, in the order to show. */
export function readFacets(scope: ParentNode): Facets | undefined {
  const block = scope.querySelector('script[type="application/json"][data-facets]');
  return block?.textContent ? (JSON.parse(block.textContent) as Facets) : undefined;
}

export type Facets = Record<FilterName, { label: string; choices: { value: string; label: string }[] }>;

/** Number of results for each value of each filter. */
type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;
