import type { LibraryGroup } from './groups.ts';
import type { LibraryQa } from './library-qa.ts';
import { compareTexts } from '../strings/compare.ts';

/** The part of the map of tiles that holds a group and its neighbours; places are counted from 1 within that part. */
export function cutMap(group: LibraryGroup, groups: readonly LibraryGroup[]): MapTile[] {
  const around = [group, ...groups.filter(({ id }) => group.neighbours.includes(id))];
  const columns = around.map(({ tile }) => tile.column);
  const rows = around.map(({ tile }) => tile.row);
  const [left, right, top, bottom] = [Math.min(...columns), Math.max(...columns), Math.min(...rows), Math.max(...rows)];
  return groups
    .filter(({ tile }) => tile.column >= left && tile.column <= right && tile.row >= top && tile.row <= bottom)
    .map((one) => ({
      group: one,
      column: one.tile.column - left + 1,
      row: one.tile.row - top + 1,
      isNeighbour: group.neighbours.includes(one.id),
    }));
}

/**
 * The newest Q&As of a group's neighbours, at most one of each; those that were really asked come before samples.
 * `qasOf` has them by group, newest first.
 */
export function newestOfNeighbours(
  group: LibraryGroup,
  qasOf: ReadonlyMap<string, readonly LibraryQa[]>,
  max: number,
): LibraryQa[] {
  const newest = group.neighbours.flatMap((id) => {
    const own = qasOf.get(id) ?? [];
    return own.find(({ provenance }) => provenance !== 'sample') ?? own[0] ?? [];
  });
  const asked = ({ provenance }: LibraryQa) => Number(provenance !== 'sample');
  return newest.sort((a, b) => asked(b) - asked(a) || compareTexts(b.answered, a.answered)).slice(0, max);
}

export interface MapTile {
  readonly group: LibraryGroup;
  readonly column: number;
  readonly row: number;
  readonly isNeighbour: boolean;
}
