import type { IndexDocument } from '../index-format.ts';

/**
 * The numbers of all pages, those that answer similar questions side by side: cut into packs of `packSize`, what one
 * query shows lies in few of them. `related` holds for each id the ids nearest to it, nearest first.
 */
export function clusterDocuments(
  pages: readonly IndexDocument[],
  related: ReadonlyMap<string, readonly string[]>,
  packSize: number,
): number[] {
  const numberOf = new Map(pages.map(({ id }, number) => [id, number]));
  const taken = new Set<number>();
  const order: number[] = [];
  let next = 0;
  let similarities = new Map<number, number>();
  const take = (number: number) => {
    order.push(number);
    taken.add(number);
    similarities.delete(number);
    for (const [rank, id] of (related.get(pages[number]?.id ?? '') ?? []).entries()) {
      const other = numberOf.get(id);
      if (other !== undefined && !taken.has(other))
        similarities.set(other, (similarities.get(other) ?? 0) + 1 / (rank + 2));
    }
  };
  while (order.length < pages.length) {
    // A pack is full of what is tied to it most; where nothing is, the next page begins anew.
    if (order.length % packSize === 0) similarities = new Map();
    while (taken.has(next)) next += 1;
    take(strongest(similarities) ?? next);
  }
  return order;
}

function strongest(similarities: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [number, tie] of similarities) {
    if (tie <= most) continue;
    best = number;
    most = tie;
  }
  return best;
}
