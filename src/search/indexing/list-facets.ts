import type { Facets, IndexDocument } from '../index-format.ts';

/** What each page can be filtered by, as places in lists of values, so that ten thousand pages stay small. */
export function listFacets(pages: readonly IndexDocument[]): Facets {
  const names = [...new Set(pages.flatMap((page) => Object.keys(page.filters)))].sort();
  const values: Record<string, string[]> = {};
  const places: Record<string, number[][]> = {};
  for (const name of names) {
    const list = [...new Set(pages.flatMap((page) => page.filters[name] ?? []))].sort();
    const placeOf = new Map(list.map((value, place) => [value, place]));
    values[name] = list;
    places[name] = pages.map((page) => (page.filters[name] ?? []).flatMap((value) => placeOf.get(value) ?? []));
  }
  return { values, pages: places };
}
