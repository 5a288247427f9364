import { searchMessages as words } from '../../strings/search.ts';
import { filterNames, type FilterName, type SearchState } from './address-state.ts';
import { build } from './build.ts';

/**
 * The filters with a count beside each choice, those with most results first. Choices keep their order as long as the
 * words stay the same, so that nothing moves under the finger; what is open, scrolled or has the focus stays so.
 */
export function createFacetPanel(panel: HTMLElement, facets: Facets): FacetPanel {
  const orders = new Map<FilterName, string[]>();
  const unfolded = new Set<FilterName>();
  let asked: string | undefined;
  const arrange = (name: FilterName, counted: ReadonlyMap<string, number>, chosen: readonly string[]): Choice[] => {
    const wanted = facets[name].choices.filter(({ value }) => chosen.includes(value) || (counted.get(value) ?? 0) > 0);
    const before = orders.get(name) ?? [];
    const place = ({ value }: Choice) => (before.includes(value) ? before.indexOf(value) : before.length);
    const countOf = ({ value }: Choice) => counted.get(value) ?? 0;
    const arranged = [...wanted].sort((a, b) => place(a) - place(b) || countOf(b) - countOf(a));
    orders.set(name, [...before, ...arranged.map(({ value }) => value).filter((value) => !before.includes(value))]);
    return arranged;
  };
  const show = (name: FilterName, counts: FilterCounts, chosen: readonly string[]): HTMLElement[] => {
    const counted = new Map(Object.entries(counts[name] ?? {}));
    const choices = arrange(name, counted, chosen);
    if (choices.length === 0) return [];
    const isShown = ({ value }: Choice, place: number) =>
      unfolded.has(name) || place < shownAtFirst || chosen.includes(value);
    const items = choices.map((choice, place) =>
      build(
        'label',
        { class: 'choice', hidden: !isShown(choice, place) },
        build('input', { type: 'checkbox', name, value: choice.value, checked: chosen.includes(choice.value) }),
        build('span', {}, plainLabel(choice.label)),
        build('span', { class: 'count' }, `${counted.get(choice.value) ?? 0}`),
      ),
    );
    const all = build('button', { type: 'button', class: 'text-button' }, words.allChoices(choices.length));
    all.hidden = items.every((item) => !item.hidden);
    all.addEventListener('click', () => {
      unfolded.add(name);
      const first = items.find((item) => item.hidden);
      for (const item of items) item.hidden = false;
      all.hidden = true;
      first?.querySelector('input')?.focus();
    });
    const legend = build('legend', { class: 'visually-hidden' }, `${words.filters}：${facets[name].label}`);
    const mark = chosen.length > 0 && build('span', { class: 'count' }, `${chosen.length}`);
    return [
      build(
        'details',
        { class: 'facet', 'data-facet': name },
        build('summary', {}, facets[name].label, mark),
        build('fieldset', { class: 'facet-panel' }, legend, ...items, all),
      ),
    ];
  };
  return {
    redraw: (counts, state) => {
      if (asked !== state.text.trim()) orders.clear();
      asked = state.text.trim();
      const fresh = filterNames.flatMap((name) => show(name, counts, state.filters[name] ?? []));
      keepFocus(panel, () => keepScroll(panel, () => panel.replaceChildren(...keepOpen(panel, fresh))));
    },
  };
}

/** The conditions that are chosen, each of which one click takes back. */
export function showChosen(
  facets: Facets,
  state: SearchState,
  drop: (name: FilterName, value: string) => void,
): HTMLElement[] {
  return filterNames.flatMap((name) =>
    (state.filters[name] ?? []).map((value) => {
      const label = labelOf(facets, name, value);
      const button = build('button', { type: 'button', class: 'chip', 'aria-label': words.drop(label) }, label);
      button.addEventListener('click', () => drop(name, value));
      return button;
    }),
  );
}

/** Draws a row of chips anew; if one had the focus, the one in its place has it then, or `otherwise`. */
export function redrawChips(row: HTMLElement, chips: readonly HTMLElement[], otherwise: HTMLElement): void {
  const before = [...row.children].findIndex((item) => item.contains(document.activeElement));
  row.replaceChildren(...chips.map((chip) => build('li', {}, chip)));
  row.hidden = chips.length === 0;
  if (before >= 0) (chips[before] ?? chips.at(-1) ?? otherwise).focus({ preventScroll: true });
}

/** What readers call a value. */
export function labelOf(facets: Facets | undefined, name: FilterName, value: string): string {
  return plainLabel(facets?.[name]?.choices.find((choice) => choice.value === value)?.label ?? value);
}

/** Without the sign that sets a topic below another: by count they stand in no tree. */
function plainLabel(label: string): string {
  return label.replace(/^└ /, '');
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
  const topOf = (facet: HTMLElement) => facet.querySelector('fieldset')?.scrollTop ?? 0;
  const tops = new Map(lists().map((facet) => [facet.dataset['facet'], topOf(facet)]));
  redraw();
  for (const facet of lists()) {
    facet.querySelector('fieldset')?.scrollTo({ top: tops.get(facet.dataset['facet']) ?? 0, behavior: 'instant' });
  }
}

/** The filter that has the focus still has it after the panel was drawn anew. */
function keepFocus(panel: HTMLElement, redraw: () => void): void {
  const active = document.activeElement;
  const facet = panel.contains(active) ? active?.closest<HTMLElement>('[data-facet]')?.dataset['facet'] : undefined;
  redraw();
  if (facet === undefined) return;
  const box = active instanceof HTMLInputElement ? `input[value="${CSS.escape(active.value)}"]` : 'summary';
  panel.querySelector<HTMLElement>(`[data-facet="${facet}"] ${box}`)?.focus({ preventScroll: true });
}

/** Facet labels as the page carries them, in the order to show. */
export function readFacets(scope: ParentNode): Facets | undefined {
  const block = scope.querySelector('script[type="application/json"][data-facets]');
  return block?.textContent ? (JSON.parse(block.textContent) as Facets) : undefined;
}

/** More are shown when they are asked for. */
const shownAtFirst = 5;

interface Choice {
  readonly value: string;
  readonly label: string;
}

export type Facets = Record<FilterName, { label: string; choices: Choice[] }>;

/** Number of results for each value of each filter. */
type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface FacetPanel {
  readonly redraw: (counts: FilterCounts, state: SearchState) => void;
}
