import type { Element, Nodes, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { BlockContent, ListItem, PhrasingContent, RootContent as Block, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown } from 'mdast-util-to-markdown';
import { checkLink } from '../../src/mdx/links.ts';
import { cutBetween, htmlLimits, isWithinLimits } from './html-limits.ts';

/**
 * Clean Markdown from what Word, Excel, a chat or a web page puts on the clipboard: paragraphs, headings from the second
 * level on, lists, tables, links, bold. Pictures, colours and whatever else our texts cannot hold are left out. Empty for what
 * is beyond `htmlLimits`; the clipboard's plain text then serves.
 */
export function convertHtml(html: string): string {
  const piece = html.length > htmlLimits.characters ? '' : withoutComments(html);
  if (!isWithinLimits(piece)) return '';
  try {
    return convert(piece);
  } catch (error) {
    // Nested more deeply than the limits can tell from the tags.
    if (error instanceof RangeError) return '';
    throw error;
  }
}

function convert(piece: string): string {
  const children = toBlocks(fromHtml(piece, { fragment: true }).children);
  const options = { bullet: '-', rule: '-', fences: true, listItemIndent: 'one', emphasis: '*', resourceLink: true } as const;
  const tablePipeAlign = !hasWideCell(children);
  const extensions = [gfmToMarkdown({ tablePipeAlign }), mdxToMarkdown()];
  return toMarkdown({ type: 'root', children }, { ...options, extensions }).trim();
}

/** Word hides the signs of its lists in conditional comments, and marks the piece that was copied. */
function withoutComments(html: string): string {
  const [start, end] = ['<!--StartFragment-->', '<!--EndFragment-->'];
  const from = html.indexOf(start);
  const to = from === -1 ? -1 : html.indexOf(end, from);
  const fragment = to === -1 ? undefined : html.slice(from + start.length, to);
  // A range of Excel begins inside a table whose tags stand outside the marks.
  const piece = fragment === undefined || /^\s*<(?:tr|td|col)\b/i.test(fragment) ? html : fragment;
  return cutBetween(cutBetween(piece, '<!--', '-->'), '<![', '>').replace(/<\/?o:p>/gi, '');
}

function toBlocks(nodes: readonly RootContent[]): Block[] {
  const blocks: Block[] = [];
  let line: RootContent[] = [];
  const flush = () => {
    const children = toInline(line);
    if (children.some((child) => child.type !== 'text' || child.value.trim() !== '')) blocks.push({ type: 'paragraph', children: trimEnds(children) });
    line = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && dropped.has(node.tagName)) continue;
    if (node.type !== 'element' || !isBlock(node)) {
      line.push(node);
      continue;
    }
    flush();
    addBlock(blocks, node);
  }
  flush();
  return blocks;
}

function addBlock(blocks: Block[], node: Element): void {
  const name = node.tagName;
  if (/^h[1-6]$/.test(name)) blocks.push({ type: 'heading', depth: Math.max(2, Number(name.slice(1))) as 2, children: trimEnds(toInline(node.children)) });
  else if (name === 'ul' || name === 'ol') blocks.push({ type: 'list', ordered: name === 'ol', spread: false, children: toItems(node) });
  else if (name === 'blockquote') blocks.push({ type: 'blockquote', children: toBlocks(node.children) as BlockContent[] });
  else if (name === 'pre') blocks.push({ type: 'code', value: wordsOf(node).replace(/\n$/, '') });
  else if (name === 'hr') blocks.push({ type: 'thematicBreak' });
  else if (name === 'table') addTable(blocks, node);
  else if (isWordListItem(node)) addWordListItem(blocks, node);
  else blocks.push(...toBlocks(node.children));
}

function toItems(list: Element): ListItem[] {
  const items: ListItem[] = [];
  for (const child of list.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'li') items.push({ type: 'listItem', spread: false, children: toBlocks(child.children) as BlockContent[] });
    // Some editors put a deeper list beside its item, not into it.
    else if (child.tagName === 'ul' || child.tagName === 'ol') items.at(-1)?.children.push({ type: 'list', ordered: child.tagName === 'ol', spread: false, children: toItems(child) });
  }
  return items;
}

/** Word writes a list as paragraphs that say so in their style; the sign in front is text. */
function addWordListItem(blocks: Block[], node: Element): void {
  const sign = /^\s*(?:([0-9０-９]+|[a-zA-Z]|[①-⑳])[.．、)）]?|[·・•●○■◆§Ø-])[\s\u00A0]+/.exec(wordsOf(node));
  const ordered = sign?.[1] !== undefined;
  const item: ListItem = { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: trimEnds(dropLeading(toInline(node.children), sign?.[0].trim() ?? '')) }] };
  const last = blocks.at(-1);
  if (last?.type === 'list' && last.ordered === ordered) last.children.push(item);
  else blocks.push({ type: 'list', ordered, spread: false, children: [item] });
}

/** Markdown's tables need a first row of heads, and rows of one length; a single cell is a paragraph. */
function addTable(blocks: Block[], table: Element): void {
  const rows = rowsOf(table).map(toCells);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width < 2 || width * rows.length > htmlLimits.cells) {
    for (const row of rows) for (const cell of row) if (cell) blocks.push(...toBlocks(cell.children));
    return;
  }
  const toRow = (row: (Element | undefined)[]): TableRow => ({
    type: 'tableRow',
    children: Array.from({ length: width }, (_, index) => ({ type: 'tableCell' as const, children: trimEnds(withoutBreaks(toInline(row[index]?.children ?? []))) })),
  });
  blocks.push({ type: 'table', children: rows.filter((row) => row.some((cell) => cell && wordsOf(cell).trim() !== '')).map(toRow) });
}

/** A cell that covers several columns has empty ones behind it. */
function toCells(row: Element): (Element | undefined)[] {
  return row.children.filter(isCell).flatMap((cell) => {
    const span = Math.min(htmlLimits.columnSpan, Number(cell.properties['colSpan'] ?? 1) || 1);
    return [cell, ...new Array<undefined>(Math.max(0, span - 1)).fill(undefined)];
  });
}

/** Columns are drawn as wide as their widest cell: one long cell would be paid for in each row. */
function hasWideCell(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.type !== 'table') return 'children' in block && hasWideCell(block.children as Block[]);
    return block.children.some((row) => row.children.some((cell) => JSON.stringify(cell.children).length > 2_000));
  });
}

function toInline(nodes: readonly RootContent[]): PhrasingContent[] {
  return joinTexts(nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/[\s\u00A0]+/g, ' ') }];
    if (node.type !== 'element' || dropped.has(node.tagName)) return [];
    const children = () => toInline(node.children);
    if (node.tagName === 'br') return [{ type: 'break' }];
    if (node.tagName === 'a') return toLink(node, children());
    if (node.tagName === 'code') return [{ type: 'inlineCode', value: wordsOf(node) }];
    if (node.tagName === 'del' || node.tagName === 's') return wrap('delete', children());
    if (isStrong(node)) return wrap('strong', children());
    return node.tagName === 'em' || node.tagName === 'i' ? wrap('emphasis', children()) : children();
  }));
}

function toLink(node: Element, children: PhrasingContent[]): PhrasingContent[] {
  const url = String(node.properties['href'] ?? '');
  return url === '' || checkLink(url) !== undefined || wordsOf(node).trim() === '' ? children : [{ type: 'link', url, children: children.filter((child) => child.type !== 'link') as never }];
}

/** Spaces at the edge of a mark would undo it. */
function wrap(type: 'strong' | 'emphasis' | 'delete', children: PhrasingContent[]): PhrasingContent[] {
  const inner = trimEnds(children);
  return inner.length === 0 ? children : [{ type, children: inner }];
}

function isStrong(node: Element): boolean {
  const style = String(node.properties['style'] ?? '');
  if (node.tagName === 'b' || node.tagName === 'strong') return !/font-weight:\s*(?:normal|400)/.test(style);
  return node.tagName === 'span' && /font-weight:\s*(?:bold|[6-9]00)/.test(style);
}

function trimEnds(children: readonly PhrasingContent[]): PhrasingContent[] {
  const first = children.findIndex((child) => !isBlank(child));
  const last = children.findLastIndex((child) => !isBlank(child));
  const kept = first === -1 ? [] : children.slice(first, last + 1);
  return kept.map((child, index) => {
    if (child.type !== 'text') return child;
    const start = index === 0 ? child.value.trimStart() : child.value;
    return { ...child, value: index === kept.length - 1 ? start.trimEnd() : start };
  });
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
}

function joinTexts(children: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else joined.push(child);
  }
  return joined;
}

function withoutBreaks(children: readonly PhrasingContent[]): PhrasingContent[] {
  return joinTexts(children.map((child) => (child.type === 'break' ? { type: 'text', value: ' ' } : child)));
}

function dropLeading(children: PhrasingContent[], sign: string): PhrasingContent[] {
  let left = sign;
  return children.map((child) => {
    if (child.type !== 'text' || left === '') return child;
    const text = child.value.trimStart();
    const taken = text.startsWith(left) ? left.length : 0;
    if (taken > 0) left = '';
    return { ...child, value: taken > 0 ? text.slice(taken) : child.value };
  });
}

function rowsOf(node: Element): Element[] {
  return node.children.flatMap((child) => (child.type !== 'element' ? [] : child.tagName === 'tr' ? [child] : rowsOf(child)));
}

function isCell(node: Nodes): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
}

function isWordListItem(node: Element): boolean {
  return node.tagName === 'p' && (/mso-list:/.test(String(node.properties['style'] ?? '')) || /MsoListParagraph/.test(String(node.properties['className'] ?? '')));
}

function isBlock(node: Element): boolean {
  const known = blocksByNode.get(node);
  if (known !== undefined) return known;
  const found = blockNames.has(node.tagName) || node.children.some((child) => child.type === 'element' && isBlock(child));
  blocksByNode.set(node, found);
  return found;
}

/** Asked again at each level around a node. */
const blocksByNode = new WeakMap<Element, boolean>();

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

const blockNames = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'hr', 'table', 'figure', 'figcaption', 'address', 'form', 'li']);
const dropped = new Set(['style', 'script', 'meta', 'link', 'title', 'img', 'svg', 'video', 'audio', 'iframe', 'object', 'button', 'input', 'select', 'textarea', 'noscript', 'template', 'picture', 'head']);
