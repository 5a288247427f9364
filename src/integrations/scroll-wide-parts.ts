import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Rehype plugin for `content/pages`: wide tables and code scroll by themselves, also by keyboard, and columns are aligned by
 * class, as in Q&As. MDX would turn the attribute into an inline style, which the pages' policy forbids.
 */
export function scrollWideParts(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', (element, index, parent) => {
      alignByClass(element);
      if (element.tagName === 'pre') element.properties['tabIndex'] = 0;
      if (element.tagName !== 'table' || !parent || index === undefined) return undefined;
      visit(element, 'element', alignByClass);
      parent.children[index] = frame(element);
      return [SKIP, index + 1];
    });
  };
}

function alignByClass({ properties }: Element): void {
  const { align } = properties;
  delete properties['align'];
  if (typeof align === 'string') properties['className'] = [`align-${align}`];
}

function frame(table: Element): Element {
  return { type: 'element', tagName: 'div', properties: { className: ['table-scroll'], role: 'group', ariaLabel: '表', tabIndex: 0 }, children: [table] };
}
