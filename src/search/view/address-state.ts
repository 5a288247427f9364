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
    text: (parameters.get('q') ?? '').slice(0, longestQuery),
    filters,
    sort: parameters.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** A whole message may be pasted; the request inside it is searched. */
const longestQuery = 2_000;

/** The query string with its question mark, '' for the empty state. */
export function writeState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.text.trim() !== '') parameters.set('q', state.text);
  for (const name of filterNames) for (const value of state.filters[name] ?? []) parameters.append(name, value);
  if (state.sort === 'date') parameters.set('sort', 'date');
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

export type FilterName = (typeof filterNames)[number];

export interface SearchState {
  text: string;
  filters: Partial<Record<FilterName, string[]>>;
  sort: 'relevance' | 'date';
}
