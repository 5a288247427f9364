import { searchWords as words } from '../../strings/search.ts';
import { filterNames, type FilterName, type SearchState } from './address-state.ts';
import { build } from './build.ts';

/** The filters with a count beside each choice. Choices without a result are left out unless they are chosen. */
export function showFacets(facets: Facets, counts: Readonly<Record<string, Readonly<Record<string, number>>>>, state: SearchState): HTMLElement[] {
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

/** Facet labels as the page carries them, in the order to show. */
export function readFacets(scope: ParentNode): Facets | undefined {
  const block = scope.querySelector('script[type="application/json"][data-facets]');
  return block?.textContent ? (JSON.parse(block.textContent) as Facets) : undefined;
}

export type Facets = Record<FilterName, { label: string; choices: { value: string; label: string }[] }>;
