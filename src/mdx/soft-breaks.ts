import type { Break, Text } from 'mdast';

/**
 * A line end is what its writer meant: a break. Chats and office letters are written line by line, and Japanese has no
 * spaces by which a reader could tell joined lines apart. CommonMark would show a line end as a space.
 */
export function breakLines(node: Text): (Text | Break)[] {
  if (!/[\r\n]/.test(node.value)) return [node];
  const place = node.position ? { position: node.position } : {};
  return node.value
    .split(/\r\n?|\n/)
    .flatMap((value, index): (Text | Break)[] => [
      ...(index === 0 ? [] : [{ type: 'break' as const, ...place }]),
      ...(value === '' ? [] : [{ ...node, value }]),
    ]);
}
