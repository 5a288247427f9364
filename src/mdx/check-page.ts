import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Position } from 'unist';
import { findLinks, type WrittenLink } from './find-links.ts';
import { checkLink } from './links.ts';
import { forEachNode } from './nodes.ts';
import { type MdxProblem, mdxProblem } from './problems.ts';

/**
 * Reads a page that maintainers write, which may hold any MDX: whether the build can read it, and whether its links
 * have the forms that links of other texts have. Never throws.
 */
export function checkPage(source: string): CheckedPage {
  try {
    const tree = parser.parse(source);
    const problems: MdxProblem[] = [];
    const known = new Set<string>();
    forEachNode(tree, (node) => {
      if (node.type === 'mdxjsEsm')
        for (const [name] of node.value.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) known.add(name);
    });
    forEachNode(tree, (node) => problems.push(...checkNode(node, known)));
    return { problems, links: findLinks(tree) };
  } catch (error) {
    const place =
      error instanceof Error && 'place' in error
        ? (error.place as Position | Position['start'] | undefined)
        : undefined;
    const position = place && ('start' in place ? place : { start: place, end: place });
    return { problems: [mdxProblem('page-unreadable', position)], links: [] };
  }
}

function checkNode(node: Nodes, known: ReadonlySet<string>): MdxProblem[] {
  if (node.type === 'link' || node.type === 'definition') return checkAddress(node.url, node.position);
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  const component = /^[A-Z][\w$]*/.exec(node.name ?? '')?.[0];
  const unknown =
    component !== undefined && !known.has(component) ? [mdxProblem('page-component', node.position, component)] : [];
  const addresses = node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' &&
    typeof attribute.value === 'string' &&
    /^(?:href|action|formaction)$/i.test(attribute.name)
      ? checkAddress(attribute.value, attribute.position ?? node.position)
      : [],
  );
  return [...unknown, ...addresses];
}

function checkAddress(url: string, position: Position | undefined): MdxProblem[] {
  const fault = checkLink(url);
  return fault ? [mdxProblem(fault, position, url)] : [];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

export interface CheckedPage {
  problems: MdxProblem[];
  links: WrittenLink[];
}
