import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Rehype plugin for `content/pages`: code keeps the line ends of its file, which differ between checkouts; the page
 * does not.
 */
export function plainLineEnds(): (tree: Root) => void {
  return (tree) => visit(tree, 'text', (text) => void (text.value = text.value.replaceAll('\r\n', '\n')));
}
