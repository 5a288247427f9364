import type { Element, Nodes } from 'hast';
import { htmlLimits } from './html-limits.ts';

/**
 * The cells of a table by row and column. A cell that covers several columns or rows stands at the first of its places;
 * the others are empty, so that what follows keeps its column. Undefined for more cells than `htmlLimits` allows.
 */
export function readCells(table: Element): (Element | undefined)[][] | undefined {
  /** For each column, how many further rows a cell above covers. */
  const covered: number[] = [];
  const rows: (Element | undefined)[][] = [];
  let count = 0;
  for (const row of rowsOf(table)) {
    const cells: (Element | undefined)[] = [];
    const skipCovered = () => {
      for (let left = covered[cells.length] ?? 0; left > 0; left = covered[cells.length] ?? 0) {
        covered[cells.length] = left - 1;
        cells.push(undefined);
      }
    };
    skipCovered();
    for (const cell of row.children.filter(isCell)) {
      const width = Math.min(htmlLimits.columnSpan, spanOf(cell, 'colSpan') || 1);
      // Zero is all rows to the end.
      const below = (spanOf(cell, 'rowSpan') || Number.POSITIVE_INFINITY) - 1;
      for (let column = 0; column < width; column += 1) {
        covered[cells.length] = below;
        cells.push(column === 0 ? cell : undefined);
      }
      skipCovered();
      if (count + cells.length > htmlLimits.cells) return undefined;
    }
    count += cells.length;
    rows.push(cells);
  }
  return rows;
}

function spanOf(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Number(cell.properties[name] ?? 1);
  return Number.isSafeInteger(span) && span >= 0 ? span : 1;
}

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === 'tr' ? [child] : rowsOf(child),
  );
}

function isCell(node: Nodes): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
}
