import type { Nodes, Root, Table } from 'mdast';
import type { Position } from 'unist';
import { readAttributes } from './attributes.ts';
import { hasHiddenCharacter } from '../schema/hidden-characters.ts';
import { nameHiddenCharacter } from './characters.ts';
import { components, isComponentName } from './components.ts';
import { limits } from './limits.ts';
import { readPlan } from './diagrams/plan.ts';
import { checkImage, checkLink, isExternal } from './links.ts';
import { type FlowComponent, type TextComponent, forEachNode, wordsOf } from './nodes.ts';
import { readOrder, readTimeSpan } from '../text/time-spans.ts';
import { tagCode } from './parse-errors.ts';
import { type MdxProblem, mdxProblem } from './problems.ts';

/** Everything in the tree that may not become a page, in the order of the text. The depth of the tree is bounded. */
export function refuseNodes(root: Root): MdxProblem[] {
  return refuseBelow(root, definitionsIn(root), root.position);
}

function refuseBelow(node: Nodes, definitions: Definitions, parentPosition: Position | undefined): MdxProblem[] {
  const position = node.position ?? parentPosition;
  const own = refuseNode(node, definitions, position);
  return 'children' in node
    ? [...own, ...node.children.flatMap((child) => refuseBelow(child, definitions, position))]
    : own;
}

function refuseNode(node: Nodes, definitions: Definitions, position: Position | undefined): MdxProblem[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [mdxProblem('import', position, node.value.slice(0, 6))];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [mdxProblem(/^\s*\/[*/]/.test(node.value) ? 'comment' : 'expression', position, `{${node.value}}`)];
    case 'mdxJsxTextElement':
      return refuseTag(node, position, [mdxProblem('inline-component', position, node.name ?? '')]);
    case 'mdxJsxFlowElement':
      return refuseTag(node, position, refuseContent(node));
    case 'html':
      return [mdxProblem('html', position, node.value)];
    case 'link':
      return refuseLink(node.url, node, position);
    case 'linkReference':
      return refuseLinkText(node, position);
    case 'definition':
      return refuseAddress(node.url, position);
    case 'image':
      return refuseImage(node.url, node.alt, position);
    case 'imageReference':
      return refuseImage(definitions.get(node.identifier) ?? '', node.alt, position);
    case 'table':
      return (node.align?.length ?? 0) > limits.tableColumns
        ? [mdxProblem('wide-table', node.children[0]?.position ?? position, String(limits.tableColumns))]
        : [];
    case 'heading':
      return wordsOf(node).trim() === '' ? [mdxProblem('empty-heading', position)] : [];
    default:
      return [];
  }
}

function refuseTag(
  node: FlowComponent | TextComponent,
  position: Position | undefined,
  otherwise: MdxProblem[],
): MdxProblem[] {
  const name = node.name ?? '';
  if (!isComponentName(name)) return [mdxProblem(tagCode(name), position, name), ...readAttributes(node).problems];
  return [...readAttributes(node).problems, ...otherwise];
}

function refuseContent(node: FlowComponent): MdxProblem[] {
  const name = node.name ?? '';
  if (!isComponentName(name)) return [];
  const { content } = components[name];
  const [only, ...more] = node.children;
  const isOneList = only?.type === 'list' && more.length === 0;

  if (content === 'none') return only ? [mdxProblem('filled-component', node.position, name)] : [];
  if (!only) return [mdxProblem('empty-component', node.position, name)];
  if (content === 'ordered-list')
    return isOneList && only.ordered ? [] : [mdxProblem('steps-content', node.position, name)];
  if (content === 'table')
    return more.length === 0 && only.type === 'table' && only.children.length > 1
      ? refuseTable(node, only)
      : [mdxProblem('table-content', node.position, name)];
  if (content === 'bullet-list')
    return isOneList && !only.ordered ? [] : [mdxProblem('checklist-content', node.position, name)];
  return [];
}

/** What a component reads out of its table. */
function refuseTable(node: FlowComponent, table: Table): MdxProblem[] {
  const [head, ...rows] = table.children.map((row) => row.children.map((cell) => wordsOf(cell).trim()));
  const { values } = readAttributes(node);
  if (node.name === 'Timeline') {
    const firsts = rows.map(([first = '']) => first);
    const context = { base: values['base'] ?? '', order: readOrder(head?.[0] ?? '', firsts) };
    return firsts.some((first) => readTimeSpan(first, context))
      ? []
      : [mdxProblem('no-times', table.position ?? node.position)];
  }
  if (node.name === 'Rooms' && values['plan'] !== undefined && !readPlan(values['plan'], rows.length))
    return [mdxProblem('rooms-plan', node.position, String(rows.length))];
  return [];
}

function refuseLink(url: string, node: Extract<Nodes, { type: 'link' }>, position: Position | undefined): MdxProblem[] {
  const isBare =
    isExternal(url) && wordsOf(node) === url.replace(/^http:\/\/(?=www\.)/i, '') && isWithoutBrackets(node);
  const swallowed = isBare && /[^\u0021-\u007E]/.test(url);
  return [
    ...refuseAddress(url, position),
    ...(swallowed ? [mdxProblem('link-boundary', position, url)] : []),
    ...refuseLinkText(node, position),
  ];
}

/** A bare address is as long as its words; `[address](address)` is longer. */
function isWithoutBrackets(node: Extract<Nodes, { type: 'link' }>): boolean {
  const { position } = node;
  if (position?.start.offset === undefined || position.end.offset === undefined) return true;
  return position.end.offset - position.start.offset === wordsOf(node).length;
}

function refuseLinkText(
  node: Extract<Nodes, { type: 'link' | 'linkReference' }>,
  position: Position | undefined,
): MdxProblem[] {
  const problems = findNestedLinks(node).map((inner) =>
    mdxProblem(
      'nested-link',
      inner.position ?? position,
      wordsOf(inner) || ('label' in inner ? `[^${inner.label ?? ''}]` : ''),
    ),
  );
  if (wordsOf(node).trim() === '')
    problems.push(mdxProblem('empty-link', position, 'url' in node ? node.url : (node.label ?? '')));
  return problems;
}

function findNestedLinks(node: Nodes): Nodes[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) =>
    ['link', 'linkReference', 'footnoteReference'].includes(child.type) ? [child] : findNestedLinks(child),
  );
}

/** Addresses by identifier; as in CommonMark, the first definition counts. */
function definitionsIn(root: Root): Definitions {
  const definitions = new Map<string, string>();
  forEachNode(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });
  return definitions;
}

/** A definition may serve links and images alike; an image is checked once more where it is shown. */
function refuseAddress(url: string, position: Position | undefined): MdxProblem[] {
  const fault = checkLink(url);
  return fault ? [mdxProblem(fault, position, url)] : [];
}

function refuseImage(url: string, alt: string | null | undefined, position: Position | undefined): MdxProblem[] {
  const fault = checkImage(url);
  const problems = fault ? [mdxProblem(fault, position, url)] : [];
  if (!alt?.trim()) problems.push(mdxProblem('image-alt', position, url));
  if (hasHiddenCharacter(alt ?? '')) problems.push(mdxProblem('character', position, nameHiddenCharacter(alt ?? '')));
  return problems;
}

type Definitions = ReadonlyMap<string, string>;
