import type { Facets } from '../index-format.ts';

type Filters = Readonly<Record<string, readonly string[]>>;

/** Whether a page passes every filter; `except` leaves one filter out. */
export function makePageFilter(
  filters: Filters,
  facets: Facets | undefined,
  except?: string,
): (page: number) => boolean {
  const tests = Object.entries(filters).flatMap(([name, wanted]) => {
    if (name === except || wanted.length === 0) return [];
    const values = facets?.values[name] ?? [];
    const wantedIndexes = new Set(wanted.map((value) => values.indexOf(value)));
    return [(page: number) => (facets?.pages[name]?.[page] ?? []).some((index) => wantedIndexes.has(index))];
  });
  return (page) => tests.every((test) => test(page));
}

/** Of the pages found without filters: for each value how many there would be, given the other filters. */
export function countValues(
  found: readonly number[],
  filters: Filters,
  facets: Facets,
): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(facets.values).map(([name, values]) => {
      const isAllowed = makePageFilter(filters, facets, name);
      const counts = new Map<string, number>();
      for (const page of found) {
        if (!isAllowed(page)) continue;
        for (const index of facets.pages[name]?.[page] ?? []) {
          const value = values[index];
          if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
      }
      return [name, Object.fromEntries(counts)];
    }),
  );
}
