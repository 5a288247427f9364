import type { Nodes, PhrasingContent, Text } from 'mdast';

/** The MDX nodes, which remark-mdx adds to the union of all nodes. */
export type FlowComponent = Extract<Nodes, { type: 'mdxJsxFlowElement' }>;
export type TextComponent = Extract<Nodes, { type: 'mdxJsxTextElement' }>;

/** Every node below, in the order of the text; `isOpen` says whether to look inside one. */
export function forEachNode(
  node: Nodes,
  look: (node: Nodes) => void,
  isOpen: (node: Nodes) => boolean = () => true,
): void {
  look(node);
  if ('children' in node && isOpen(node)) for (const child of node.children) forEachNode(child, look, isOpen);
}

/** Puts other nodes in the place of each text. Code is not text. */
export function replaceTexts(node: Nodes, replace: (text: Text) => PhrasingContent[]): void {
  if (!('children' in node)) return;
  const children = node.children as Nodes[];
  for (const child of children) replaceTexts(child, replace);
  if (children.some(({ type }) => type === 'text'))
    node.children = children.flatMap((child): Nodes[] => (child.type === 'text' ? replace(child) : [child])) as never;
}

/** The words of a node, as `mdast-util-to-string` has them: values and descriptions, in order. */
export function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
