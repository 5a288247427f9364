import type { BlockContent, DefinitionContent, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { FlowComponent, TextComponent } from './nodes.ts';
import { isComponentName } from './components.ts';

/**
 * `<Note>文</Note>` on a line of its own is, to the parser, a paragraph with a tag in it. People mean a block by it, so
 * such paragraphs are opened up; a tag among words stays where it is and is refused later.
 */
export function liftComponentLines(node: Nodes): void {
  if (!('children' in node)) return;
  const children = node.children as RootContent[];
  for (const child of children) liftComponentLines(child);
  if (children.some(isComponentLine))
    node.children = children.flatMap((child) => (isComponentLine(child) ? blocksOf(child) : [child])) as never;
}

function isComponentLine(node: RootContent): node is Paragraph {
  return (
    node.type === 'paragraph' &&
    node.children.some(isComponent) &&
    node.children.every((child) => isComponent(child) || isBlank(child))
  );
}

function isComponent(node: PhrasingContent): node is TextComponent {
  return node.type === 'mdxJsxTextElement' && node.name !== null && isComponentName(node.name);
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function blocksOf(paragraph: Paragraph): FlowComponent[] {
  return paragraph.children.filter(isComponent).map((component) => ({
    ...component,
    type: 'mdxJsxFlowElement',
    children: blocksIn(component),
  }));
}

/** What stands between the tags, as a paragraph of its own, unless it is a component again. */
function blocksIn(component: TextComponent): (BlockContent | DefinitionContent)[] {
  if (component.children.every(isBlank)) return [];
  const [first] = component.children;
  const last = component.children.at(-1);
  const inner: Paragraph = { type: 'paragraph', children: component.children };
  if (first?.position && last?.position) inner.position = { start: first.position.start, end: last.position.end };
  return isComponentLine(inner) ? blocksOf(inner) : [inner];
}
