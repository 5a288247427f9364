import type { Nodes, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';

/**
 * A sentence on the line below a table is no row of it: GitHub's rule takes every line for one, up to the next empty
 * line. Rows at the end that have no bar become a paragraph of their own.
 */
export function partTables(node: Nodes, source: string): void {
  if (!('children' in node)) return;
  const children = node.children as RootContent[];
  for (const child of children) if (child.type !== 'table') partTables(child, source);
  if (children.some(({ type }) => type === 'table')) {
    node.children = children.flatMap((child) => (child.type === 'table' ? partTable(child, source) : [child])) as never;
  }
}

function partTable(table: Table, source: string): RootContent[] {
  const last = table.children.findLastIndex(({ position }) =>
    source.slice(position?.start.offset ?? 0, position?.end.offset).includes('|'),
  );
  const rows = table.children.slice(last + 1);
  const [first, end] = [rows[0]?.position, rows.at(-1)?.position];
  if (!first || !end || last === -1) return [table];
  const words = rows.flatMap(({ children, position }, index): PhrasingContent[] => {
    const before = rows[index - 1]?.position;
    const lineEnd: PhrasingContent[] =
      before && position ? [{ type: 'text', value: '\n', position: { start: before.end, end: position.start } }] : [];
    return [...lineEnd, ...children.flatMap((cell) => cell.children)];
  });
  const paragraph: Paragraph = { type: 'paragraph', children: words, position: { start: first.start, end: end.end } };
  const kept = table.children.slice(0, last + 1);
  const position = table.position && {
    start: table.position.start,
    end: kept.at(-1)?.position?.end ?? table.position.end,
  };
  return [{ ...table, children: kept, ...(position ? { position } : {}) }, paragraph];
}
