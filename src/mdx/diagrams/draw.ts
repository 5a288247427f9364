import type { Element } from 'hast';
import { type RoomPlace } from './plan.ts';
import type { DiagramRow } from './read-rows.ts';

/**
 * Diagrams as SVG that a phone shows without zooming: 360 units wide, letters of 14. The numbers are those of the
 * table's rows; a screen reader reads the table, and of the picture its name.
 */
export function drawFlow(rows: readonly DiagramRow[], name: string): Element {
  const boxes = rows.map((row, index) => ({ row, ...flowPlace(index), width: flowBox.width, height: flowBox.height }));
  const arrows = boxes.slice(1).map((box, index) => arrowBetween(boxes[index] ?? box, box));
  const height = Math.ceil(rows.length / 2) * (flowBox.height + flowGap) - flowGap + 2 * edge;
  return drawing(name, width, height, [...arrows, ...boxes.flatMap(drawBox)]);
}

export function drawRooms(
  rows: readonly DiagramRow[],
  { places, columns, rows: lines }: RoomPlan,
  name: string,
): Element {
  const cell = { width: (width - 2 * edge) / columns, height: 88 };
  const boxes = rows.flatMap((row, index) => {
    const place = places[index];
    if (!place) return [];
    const at = { x: edge + place.left * cell.width, y: edge + place.top * cell.height };
    return [{ row, ...at, width: place.width * cell.width, height: place.height * cell.height }];
  });
  return drawing(name, width, lines * cell.height + 2 * edge, boxes.flatMap(drawBox));
}

const width = 360;
const edge = 2;
const flowBox = { width: 156, height: 72 };
const flowGap = 36;
const letter = 14;

/** Two in a row, the second row from right to left, so that no arrow crosses the picture. */
function flowPlace(index: number): { x: number; y: number } {
  const row = Math.floor(index / 2);
  const isLeft = (index % 2 === 0) === (row % 2 === 0);
  return { x: isLeft ? edge : width - edge - flowBox.width, y: edge + row * (flowBox.height + flowGap) };
}

function arrowBetween(from: Box, to: Box): Element {
  const [fromX, fromY] = [from.x + from.width / 2, from.y + from.height / 2];
  const [toX, toY] = [to.x + to.width / 2, to.y + to.height / 2];
  if (fromY === toY) {
    const step = Math.sign(toX - fromX);
    const [start, end] = [fromX + (step * from.width) / 2, toX - (step * to.width) / 2];
    return path(
      `M${start} ${fromY}H${end}M${end - step * 9} ${fromY - 6}L${end} ${fromY}L${end - step * 9} ${fromY + 6}`,
    );
  }
  const [start, end] = [from.y + from.height, to.y];
  return path(`M${fromX} ${start}V${end}M${fromX - 6} ${end - 9}L${fromX} ${end}L${fromX + 6} ${end - 9}`);
}

function drawBox({ row, x, y, width: wide, height }: Box): Element[] {
  const fits = Math.max(2, Math.floor((wide - 16) / letter));
  const most = Math.max(1, Math.floor((height - 34) / (letter + 4)));
  const lines = breakLabel(row.label, fits, most);
  return [
    node('rect', { className: ['diagram-box'], ...sizes({ x, y, width: wide, height, rx: 6 }) }),
    text('diagram-number', x + 8, y + 20, row.number),
    ...lines.map((line, index) => text('diagram-text', x + 8, y + 40 + index * (letter + 4), line)),
  ];
}

/** Lines of so many wide letters; what does not fit is cut, since the table has it whole. */
export function breakLabel(label: string, fits: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const sign of label) {
    if (widthOf(line + sign) <= fits || line === '' || /[、。」）・ー]/.test(sign)) line += sign;
    else {
      lines.push(line);
      line = sign;
    }
  }
  if (line !== '') lines.push(line);
  const kept = lines.slice(0, most);
  return lines.length > most ? [...kept.slice(0, -1), `${[...(kept.at(-1) ?? '')].slice(0, -1).join('')}…`] : kept;
}

function widthOf(line: string): number {
  return [...line].reduce((sum, sign) => sum + (/[ -~｡-ﾟ]/.test(sign) ? 0.55 : 1), 0);
}

function drawing(name: string, wide: number, high: number, children: Element[]): Element {
  return node(
    'svg',
    { className: ['diagram-picture'], viewBox: `0 0 ${wide} ${high}`, role: 'img', ariaLabel: name },
    children,
  );
}

/** Lengths in SVG may have units and are text to the tree. */
function sizes(lengths: Record<string, number>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lengths).map(([name, value]) => [name, String(Math.round(value * 10) / 10)]),
  );
}

function path(d: string): Element {
  return node('path', { className: ['diagram-line'], d });
}

function text(className: string, x: number, y: number, value: string): Element {
  return { ...node('text', { className: [className], ...sizes({ x, y }) }), children: [{ type: 'text', value }] };
}

function node(tagName: string, properties: Element['properties'], children: Element[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

interface Box {
  row: DiagramRow;
  x: number;
  y: number;
  width: number;
  height: number;
}

interface RoomPlan {
  places: readonly RoomPlace[];
  columns: number;
  rows: number;
}
