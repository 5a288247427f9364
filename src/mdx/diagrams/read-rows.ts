import type { Element, ElementContent } from 'hast';
import { labelText } from '../plain-text.ts';

/** What a diagram shows of the rows of its table: the first cell, or the second one where the first only counts. */
export function readRows(table: Element): DiagramRow[] {
  const rows = findRows(table).slice(1);
  const cells = rows.map((row) =>
    row.children.filter((cell): cell is Element => cell.type === 'element').map((cell) => labelText(cell).trim()),
  );
  const counts = cells.length > 0 && cells.every(([first = '']) => /^[0-9０-９]{1,2}$/.test(first));
  return cells.map(([first = '', second = ''], index) => ({
    number: counts ? first : String(index + 1),
    label: counts ? second : first,
    isCounted: counts,
  }));
}

export function findTable(content: readonly ElementContent[]): Element | undefined {
  return content.find((node): node is Element => node.type === 'element' && node.tagName === 'table');
}

function findRows(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'tr' ? [child] : findRows(child);
  });
}

export interface DiagramRow {
  number: string;
  label: string;
  /** Whether the table has the number in a cell of its own. */
  isCounted: boolean;
}
