import type { Facets } from '../index-format.ts';
import type { SearchRequest } from './answer.ts';
import { nearness } from './scoring.ts';

/**
 * Puts what bodies like the reader's own have answered a little higher: scores that differ by less than `nearness`
 * change places, no page comes or goes.
 */
export function bringNear(
  pages: readonly number[],
  scores: Float64Array,
  near: SearchRequest['near'],
  facets: Facets | undefined,
): readonly number[] {
  if (!near || !facets) return pages;
  const likeness = makeLikeness(near, facets);
  const raised = new Map(pages.map((page) => [page, (scores[page] ?? 0) * (1 + nearness * likeness(page))]));
  return [...pages].sort((a, b) => (raised.get(b) ?? 0) - (raised.get(a) ?? 0));
}

/** The share of what the reader told of the own body that holds for one of those who answered. */
function makeLikeness(near: NonNullable<SearchRequest['near']>, { values, pages }: Facets): (page: number) => number {
  const wanted = Object.entries(near).flatMap(([name, value]) =>
    value === undefined ? [] : [{ places: pages[name] ?? [], place: (values[name] ?? []).indexOf(value) }],
  );
  return (page) =>
    wanted.filter(({ places, place }) => place >= 0 && places[page]?.includes(place) === true).length /
    Math.max(1, wanted.length);
}
