import type { Root } from 'mdast';
import { forEachNode } from './nodes.ts';

/**
 * Where the links of a text lead, with entities and escapes resolved; `offset` is where each stands, in UTF-16 units.
 */
export function findLinks(root: Root): WrittenLink[] {
  const links: WrittenLink[] = [];
  forEachNode(root, (node) => {
    if (node.type === 'link' || node.type === 'definition')
      links.push({ url: node.url, offset: node.position?.start.offset ?? 0 });
  });
  return links;
}

export interface WrittenLink {
  url: string;
  offset: number;
}
