import type { FootnoteDefinition, FootnoteReference, Nodes, Root, Text } from 'mdast';
import { forEachNode } from './nodes.ts';
import { type MdxProblem, mdxProblem } from './problems.ts';

/**
 * Finds footnotes that the page could not show: without a reference, without a text, defined twice, or inside one
 * another. One problem for each, with its position in the source; an empty list if all are sound.
 */
export function findFootnoteProblems(root: Root): MdxProblem[] {
  const { definitions, references, texts } = footnotesIn(root);
  const used = new Set(references.map(({ identifier }) => identifier));
  const seen = new Set<string>();
  const problems: MdxProblem[] = [];

  for (const definition of definitions) {
    const mark = `[^${definition.label ?? definition.identifier}]`;
    if (seen.has(definition.identifier)) problems.push(mdxProblem('footnote-repeated', definition.position, mark));
    else if (!used.has(definition.identifier)) problems.push(mdxProblem('footnote-unused', definition.position, mark));
    seen.add(definition.identifier);
    forEachNode(definition, (inner) => {
      if (inner.type === 'footnoteReference')
        problems.push(mdxProblem('footnote-nested', inner.position, `[^${inner.label ?? inner.identifier}]`));
    });
  }
  for (const text of texts) {
    const mark = /\[\^[^\]\s]{1,40}\]/.exec(text.value)?.[0];
    if (mark) problems.push(mdxProblem('footnote-missing', text.position, mark));
  }
  return problems;
}

/**
 * Changes the tree: identifiers of footnotes become numbers in the order of their references, so that anchors are short
 * and ASCII, whatever the author named them.
 */
export function numberFootnotes(root: Root): void {
  const { definitions, references } = footnotesIn(root);
  const numbers = new Map<string, string>();
  for (const { identifier } of references) {
    if (!numbers.has(identifier)) numbers.set(identifier, String(numbers.size + 1));
  }
  for (const node of [...references, ...definitions]) node.identifier = numbers.get(node.identifier) ?? node.identifier;
}

/**
 * Without the references inside of definitions: a footnote that only another footnote refers to is not used in the
 * text.
 */
function footnotesIn(root: Root): {
  definitions: FootnoteDefinition[];
  references: FootnoteReference[];
  texts: Text[];
} {
  const definitions: FootnoteDefinition[] = [];
  const references: FootnoteReference[] = [];
  const texts: Text[] = [];
  const look = (node: Nodes) => {
    if (node.type === 'text') texts.push(node);
    if (node.type === 'footnoteReference') references.push(node);
    if (node.type === 'footnoteDefinition') definitions.push(node);
  };
  forEachNode(root, look, (node) => node.type !== 'footnoteDefinition');
  return { definitions, references, texts };
}
