import type { Element } from 'hast';
import { labelText } from './plain-text.ts';

/**
 * A table in its frame: the first cell of each row heads it, and each other cell bears the name of its column, since
 * narrow screens show every row as a block. `heading` is that under which the table stands, and `number` says which
 * table there it is.
 */
export function frameTable(table: Element, { heading, number }: TablePlace): Element {
  const rows = findAll(table, 'tr');
  const names = findCells(rows[0]).map((cell) => labelText(cell).trim());
  if (names.length > 1) for (const row of rows.slice(1)) headRow(findCells(row), names);
  const name = heading === '' ? '表' : `${heading}の表${number > 1 ? number : ''}`;
  const properties = { className: ['table-scroll'], role: 'group', ariaLabel: name, tabIndex: 0 };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}

function headRow([first, ...others]: readonly Element[], [, ...names]: readonly string[]): void {
  if (first && labelText(first).trim() !== '') {
    first.tagName = 'th';
    first.properties = { ...first.properties, scope: 'row' };
  }
  for (const [index, cell] of others.entries()) {
    const name = names[index] ?? '';
    if (name !== '') cell.properties = { ...cell.properties, dataLabel: name };
  }
}

function findAll(node: Element, tagName: string): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === tagName ? [child] : findAll(child, tagName);
  });
}

function findCells(row: Element | undefined): Element[] {
  return (row?.children ?? []).filter(
    (cell): cell is Element => cell.type === 'element' && /^t[hd]$/.test(cell.tagName),
  );
}

export interface TablePlace {
  heading: string;
  /** From 1. */
  number: number;
}
