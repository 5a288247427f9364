import type { FootnoteDefinition, FootnoteReference, Nodes, Root, Text } from 'mdast';
import { forEachNode } from './nodes.ts';
import { type MdxProblem, mdxProblem } from './problems.ts';

/** Notes that would get lost on the page: without a reference, without a text, defined twice, or inside one another. */
export function refuseFootnotes(root: Root): MdxProblem[] {
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

/** Names become numbers in the order of reading, so that anchors are short ASCII whatever people call their notes. */
export function numberFootnotes(root: Root): void {
  const { definitions, references } = footnotesIn(root);
  const numbers = new Map<string, string>();
  for (const { identifier } of references) {
    if (!numbers.has(identifier)) numbers.set(identifier, String(numbers.size + 1));
  }
  for (const node of [...references, ...definitions]) node.identifier = numbers.get(node.identifier) ?? node.identifier;
}

/** References inside of definitions are left out: they do not make a note part of the text. */
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
