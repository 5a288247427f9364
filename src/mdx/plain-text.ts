import type { Element, Nodes } from 'hast';

/** Blocks stand on lines of their own, cells of a row beside each other. */
const blocks = new Set([
  'p',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'pre',
  'table',
  'tr',
  'figure',
  'figcaption',
  'section',
  'div',
  'hr',
  'br',
  'img',
]);
const cells = new Set(['th', 'td']);

/** Marks that only make sense on the page. */
const marks = new Set(['footnote-ref', 'footnote-back', 'footnotes-label', 'task-state']);

/**
 * What a reader reads, one block a line: for the search index and for finding personal information, which is why
 * readings and descriptions of images are in it. `onHeading` is told where each heading's line begins.
 */
export function plainText(root: Nodes, onHeading: (heading: Element, at: number) => void): string {
  let text = '';
  const breakLine = () => {
    if (text.endsWith(' ')) text = text.trimEnd();
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const add = (node: Nodes, isCode: boolean): void => {
    if (node.type === 'text') text += isCode ? node.value : joinWords(text, node.value);
    if (node.type === 'root') for (const child of node.children) add(child, isCode);
    // The table below a diagram has its words.
    if (node.type !== 'element' || isMark(node) || node.tagName === 'svg') return;

    const isBlock = blocks.has(node.tagName);
    if (isBlock) breakLine();
    if (/^h\d$/.test(node.tagName)) onHeading(node, text.length);
    if (node.tagName === 'img') text += String(node.properties['alt'] ?? '');
    for (const child of node.children) add(child, isCode || node.tagName === 'pre');
    if (cells.has(node.tagName) && !endsInSpace(text)) text += ' ';
    if (isBlock) breakLine();
  };
  add(root, false);
  return text.trimEnd();
}

/** The words of a heading or a cell: no readings, no note marks, one line. */
export function labelText(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  if (node.type === 'element' && (isMark(node) || node.tagName === 'rt' || node.tagName === 'rp')) return '';
  if (node.type === 'element' && node.tagName === 'img') return String(node.properties['alt'] ?? '');
  return 'children' in node ? node.children.map(labelText).join('') : '';
}

function isMark(node: Element): boolean {
  const { className } = node.properties;
  return Array.isArray(className) && className.some((name) => marks.has(String(name)));
}

function joinWords(before: string, value: string): string {
  const words = value.replace(/\s+/g, ' ');
  return endsInSpace(before) ? words.trimStart() : words;
}

function endsInSpace(text: string): boolean {
  return text === '' || text.endsWith(' ') || text.endsWith('\n');
}
