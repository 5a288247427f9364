import type { Element, ElementContent, Root } from 'hast';
import { hasHiddenCharacter } from '../schema/hidden-characters.ts';
import { nameHiddenCharacter } from './characters.ts';
import { checkLink, isImageAddress } from './links.ts';
import { type MdxProblem, mdxProblem } from './problems.ts';

/**
 * The second wall: whatever the steps before have let through, only these elements, attributes and values are ever
 * written. It shares no decision with them but the forms of addresses. A violation is a problem; nothing is repaired.
 */
export function checkOutput(root: Root, basePath: string): MdxProblem[] {
  return root.children.flatMap((child) => checkNode(child, basePath, false));
}

/** Elements with the attributes that each may have, named as in hast. */
const allowedElements: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'id', 'rel', 'className', 'ariaLabel', 'ariaDescribedBy'],
  blockquote: [],
  br: [],
  code: [],
  del: [],
  div: ['className', 'role', 'tabIndex', 'ariaLabel', 'dataBase'],
  em: [],
  figcaption: [],
  figure: ['className'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  hr: [],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
  li: ['className', 'id'],
  ol: ['start', 'className'],
  p: ['className', 'id'],
  path: ['className', 'd'],
  pre: ['tabIndex'],
  rect: ['className', 'x', 'y', 'width', 'height', 'rx'],
  rp: [],
  rt: [],
  ruby: [],
  section: ['className'],
  span: ['className', 'ariaHidden'],
  strong: [],
  sup: [],
  svg: ['className', 'viewBox', 'role', 'ariaLabel'],
  table: [],
  tbody: [],
  td: ['className', 'dataLabel'],
  text: ['className', 'x', 'y'],
  th: ['className', 'scope'],
  thead: [],
  tr: [],
  ul: ['className'],
};

/** Every class that a text can come to bear; the style sheet knows these. */
const allowedClasses: readonly string[] = [
  'align-center',
  'align-left',
  'align-right',
  'caution',
  'caution-title',
  'checklist',
  'checklist-title',
  'diagram',
  'diagram-box',
  'diagram-counts',
  'diagram-frame',
  'diagram-line',
  'diagram-number',
  'diagram-picture',
  'diagram-text',
  'figure',
  'footnote-back',
  'footnote-ref',
  'footnotes',
  'footnotes-label',
  'note',
  'note-title',
  'quote',
  'steps',
  'table-scroll',
  'task',
  'task-done',
  'task-item',
  'task-list',
  'task-state',
  'timeline',
];

const isWhole = (value: unknown) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isLength = (value: unknown) => typeof value === 'string' && /^\d{1,4}(?:\.\d)?$/.test(value);
const isId = (value: unknown) => typeof value === 'string' && /^[\p{L}\p{N}\p{M}_-]{1,200}$/u.test(value);
const isText = (value: unknown) => typeof value === 'string' && !hasHiddenCharacter(value);
const isOneOf =
  (...allowed: unknown[]) =>
  (value: unknown) =>
    allowed.includes(value);

const allowedValues: Readonly<Record<string, (value: unknown, basePath: string) => boolean>> = {
  alt: isText,
  ariaDescribedBy: (value) => Array.isArray(value) && value.every(isId),
  ariaHidden: isOneOf('true'),
  ariaLabel: isText,
  className: (value) => Array.isArray(value) && value.every((name) => allowedClasses.includes(String(name))),
  d: (value) => typeof value === 'string' && /^[MHVL0-9. ]{1,200}$/.test(value),
  dataBase: isText,
  dataLabel: isText,
  decoding: isOneOf('async'),
  height: (value) => isWhole(value) || isLength(value),
  href: (value) => typeof value === 'string' && !hasHiddenCharacter(value) && checkLink(value) === undefined,
  id: isId,
  loading: isOneOf('lazy'),
  rel: (value) => Array.isArray(value) && value.join(' ') === 'noopener noreferrer external',
  role: isOneOf('note', 'group', 'img'),
  rx: isLength,
  scope: isOneOf('col', 'row'),
  src: (value, basePath) =>
    typeof value === 'string' && value.startsWith(basePath) && isImageAddress(value.slice(basePath.length)),
  start: isWhole,
  tabIndex: isOneOf(0),
  viewBox: (value) => typeof value === 'string' && /^0 0 \d{1,4} \d{1,4}$/.test(value),
  width: (value) => isWhole(value) || isLength(value),
  x: isLength,
  y: isLength,
};

function checkNode(node: ElementContent | Root['children'][number], basePath: string, isInLink: boolean): MdxProblem[] {
  if (node.type === 'text')
    return hasHiddenCharacter(node.value)
      ? [mdxProblem('character', node.position, nameHiddenCharacter(node.value))]
      : [];
  if (node.type !== 'element') return [mdxProblem('blocked', node.position, node.type)];

  const isLink = node.tagName === 'a';
  const own = checkElement(node, basePath);
  if (isLink && isInLink) own.push(mdxProblem('blocked', node.position, '<a> <a>'));
  return [...own, ...node.children.flatMap((child) => checkNode(child, basePath, isInLink || isLink))];
}

function checkElement(node: Element, basePath: string): MdxProblem[] {
  const names = Object.hasOwn(allowedElements, node.tagName) ? allowedElements[node.tagName] : undefined;
  const isBare =
    node.tagName === 'svg' &&
    ['className', 'viewBox', 'role', 'ariaLabel'].some((name) => node.properties[name] === undefined);
  // A picture says what it is.
  if (!names || isBare) return [mdxProblem('blocked', node.position, `<${node.tagName}>`)];
  return Object.entries(node.properties)
    .filter(([, value]) => value !== undefined && value !== null)
    .filter(([name, value]) => !names.includes(name) || !allowedValues[name]?.(value, basePath))
    .map(([name, value]) => mdxProblem('blocked', node.position, `${name}="${String(value)}"`));
}
