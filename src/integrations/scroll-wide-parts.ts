import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { frameTable } from '../mdx/finish-table.ts';
import { labelText } from '../mdx/plain-text.ts';

/**
 * Rehype plugin for `content/pages`: wide tables and code scroll by themselves, also by keyboard, and columns are
 * aligned by class, as in Q&As. MDX would turn the attribute into an inline style, which the pages' policy forbids.
 */
export function scrollWideParts(): (tree: Root) => void {
  return (tree) => {
    const place = { heading: '', number: 0 };
    visit(tree, 'element', (element, index, parent) => {
      if (/^h[1-6]$/.test(element.tagName)) Object.assign(place, { heading: labelText(element).trim(), number: 0 });
      alignByClass(element);
      if (element.tagName === 'pre') element.properties['tabIndex'] = 0;
      if (element.tagName !== 'table' || !parent || index === undefined) return undefined;
      visit(element, 'element', alignByClass);
      place.number += 1;
      parent.children[index] = frameTable(element, place);
      return [SKIP, index + 1];
    });
  };
}

function alignByClass({ properties }: Element): void {
  const { align } = properties;
  delete properties['align'];
  if (typeof align === 'string') properties['className'] = [`align-${align}`];
}
