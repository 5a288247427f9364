import type { Element, Nodes } from 'hast';

/** Whether an element begins a line of its own, or holds one that does. */
export function isBlock(node: Element): boolean {
  const known = blocksByNode.get(node);
  if (known !== undefined) return known;
  const found =
    blockNames.has(node.tagName) || node.children.some((child) => child.type === 'element' && isBlock(child));
  blocksByNode.set(node, found);
  return found;
}

/** Asked again at each level around a node. */
const blocksByNode = new WeakMap<Element, boolean>();

/** All text of a node, as it stands in the source. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** A picture that stands for a letter. */
export function isLetterPicture(node: Element): boolean {
  return node.tagName === 'img' && isLetter(String(node.properties['alt'] ?? ''));
}

/** Chats draw 😀 as a picture that says so. */
export function isLetter(alt: string): boolean {
  return /^[\p{Extended_Pictographic}\u200D\uFE0F\p{Emoji_Modifier}]{1,12}$/u.test(alt);
}

/** What Word writes for programs that know no lists of its kind. */
export function isIgnored(node: Element): boolean {
  return /mso-list:\s*ignore/i.test(String(node.properties['style'] ?? ''));
}

const blockNames = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'nav',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'hr',
  'table',
  'figure',
  'figcaption',
  'address',
  'form',
  'li',
  'details',
  'summary',
]);

/** Elements of which no text of ours keeps anything. */
export const dropped = new Set([
  'style',
  'script',
  'meta',
  'link',
  'title',
  'img',
  'svg',
  'video',
  'audio',
  'iframe',
  'object',
  'button',
  'input',
  'select',
  'textarea',
  'noscript',
  'template',
  'picture',
  'head',
]);
