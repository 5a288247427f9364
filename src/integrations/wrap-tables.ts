import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Rehype plugin for `content/pages`: a wide table scrolls by itself, also by keyboard, as tables in Q&As do. */
export function wrapTables(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', (table, index, parent) => {
      if (table.tagName !== 'table' || !parent || index === undefined) return undefined;
      const wrapper: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'], role: 'group', ariaLabel: '表', tabIndex: 0 },
        children: [table],
      };
      parent.children[index] = wrapper;
      return [SKIP, index + 1];
    });
  };
}
