import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Rehype plugin for `content/pages`: links and images that start at the site's root get the base path. */
export function rebaseLinks(base: string): (tree: Root) => void {
  const prefix = base.replace(/\/$/, '');
  return (tree) => {
    visit(tree, 'element', (element) => {
      for (const name of ['href', 'src'] as const) {
        const value = element.properties[name];
        if (typeof value === 'string' && /^\/(?!\/)/.test(value)) element.properties[name] = prefix + value;
      }
    });
  };
}
