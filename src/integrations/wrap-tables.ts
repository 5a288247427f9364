import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Rehype plugin for `content/pages`: a wide table scrolls by itself, also by keyboard, and columns are aligned by class, as in
 * Q&As. MDX would turn the attribute into an inline style, which the pages' policy forbids.
 */
export function wrapTables(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', ({ properties }) => {
      const { align } = properties;
      delete properties['align'];
      if (typeof align === 'string') properties['className'] = [`align-${align}`];
    });
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
