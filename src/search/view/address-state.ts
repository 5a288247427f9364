/** What is searched, as it stands in the page's address: `/search/?q=…&group=gifu&sort=date`. */
export const filterNames = ['group', 'topic', 'kind', 'population', 'year', 'status', 'provenance'] as const;

export function readState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const filters: Partial<Record<FilterName, string[]>> = {};
  for (const name of filterNames) {
    const values = [...new Set(parameters.getAll(name))].filter((value) => /^[\w-]{1,40}$/.test(value));
    if (values.length > 0) filters[name] = values;
  }
  return {
    text: (parameters.get('q') ?? '').slice(0, maxQueryLength),
    filters,
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** A whole message may be pasted; the request inside it is searched. */
const maxQueryLength = 2_000;

/** The query string with its question mark, '' for the empty state. */
export function writeState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.text.trim() !== '') parameters.set('q', state.text);
  for (const name of filterNames) for (const value of state.filters[name] ?? []) parameters.append(name, value);
  if (state.sort === 'date') parameters.set('sort', 'date');
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

/** A change that a person made on purpose gets its own step in the history; typing replaces the step. */
export function putIntoAddress(state: SearchState, isTyping: boolean): void {
  const target = location.pathname + writeState(state);
  if (isTyping) history.replaceState(null, '', target);
  else if (target !== location.pathname + location.search) history.pushState(null, '', target);
}

/** The filters that have a value. */
export function filterLists(filters: SearchState['filters']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0));
}

/** What is filtered once a box has been ticked, or no more. */
export function toggleFilter(state: SearchState, box: HTMLInputElement): SearchState['filters'] {
  const name = box.name as FilterName;
  const others = withoutFilter(state, name, box.value);
  return box.checked ? { ...others, [name]: [...(others[name] ?? []), box.value] } : others;
}

export function withoutFilter({ filters }: SearchState, name: FilterName, value: string): SearchState['filters'] {
  const { [name]: values = [], ...others } = filters;
  const rest = values.filter((one) => one !== value);
  return rest.length > 0 ? { ...others, [name]: rest } : others;
}

export type FilterName = (typeof filterNames)[number];

export interface SearchState {
  text: string;
  filters: Partial<Record<FilterName, string[]>>;
  sort: 'relevance' | 'date';
}
