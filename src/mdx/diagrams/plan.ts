/**
 * Where rooms lie, as editors write it: rows parted by 「/」, and in each the numbers of rooms from left to right, as in
 * 「6 6 6 / 5 1 1」. A number that stands several times is one larger room; a point is nothing.
 */
export function readPlan(
  plan: string,
  rooms: number,
): { places: RoomPlace[]; columns: number; rows: number } | undefined {
  const lines = plan
    .normalize('NFKC')
    .split('/')
    .map((line) => line.trim().split(/[\s,、]+/));
  const columns = lines[0]?.length ?? 0;
  const isEven = lines.every((line) => line.length === columns && line.every((sign) => /^(?:\d{1,2}|\.)$/.test(sign)));
  if (!isEven || columns > maxColumns || lines.length > maxRows) return undefined;
  const places = Array.from({ length: rooms }, (_, index) => findRoom(lines, String(index + 1)));
  const known = lines.flat().every((sign) => sign === '.' || (Number(sign) >= 1 && Number(sign) <= rooms));
  const isWhole = places.every((place): place is RoomPlace => place !== undefined);
  return known && isWhole ? { places, columns, rows: lines.length } : undefined;
}

/** The rectangle of a number; none where it stands nowhere or has another form. */
function findRoom(lines: readonly (readonly string[])[], number: string): RoomPlace | undefined {
  const cells = lines.flatMap((line, y) => line.flatMap((sign, x) => (sign === number ? [{ x, y }] : [])));
  const [left, top] = [Math.min(...cells.map(({ x }) => x)), Math.min(...cells.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...cells.map(({ x }) => x)), Math.max(...cells.map(({ y }) => y))];
  const width = right - left + 1;
  const height = bottom - top + 1;
  return cells.length > 0 && cells.length === width * height ? { left, top, width, height } : undefined;
}

/** More would be too small to read on a phone. */
const maxColumns = 5;
const maxRows = 8;

/** In cells of the plan. */
export interface RoomPlace {
  left: number;
  top: number;
  width: number;
  height: number;
}
