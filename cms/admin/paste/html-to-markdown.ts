import type { Element, Nodes, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { BlockContent, PhrasingContent, RootContent as Block, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly/serializeOnly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough/serializeOnly';
import { unified } from 'unified';
import { checkLink } from '../../../src/mdx/links.ts';
import { cutBetween, htmlLimits, isWithinLimits } from './html-limits.ts';
import { addItem, linesOfItems } from './items.ts';
import { readListSign } from './list-signs.ts';
import { plainSigns, resolveReferences } from './plain-signs.ts';
import { raise, lower } from './raised-signs.ts';
import { readCells } from './table-cells.ts';

/**
 * Clean Markdown from what Word, Excel, a chat or a web page puts on the clipboard: paragraphs, headings from the
 * second level on, lists, tables, links, bold, readings, raised numbers. Pictures, colours and whatever else our texts
 * cannot hold are left out; `countPictures` says how many. Empty for what is beyond `htmlLimits`; the clipboard's plain
 * text then serves.
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
  const children = linesOfItems(toBlocks(fromHtml(piece, { fragment: true }).children));
  const options = {
    bullet: '-',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    emphasis: '*',
    resourceLink: true,
  } as const;
  const tablePipeAlign = !hasWideCell(children);
  const extensions = [gfmToMarkdown({ tablePipeAlign }), mdxToMarkdown(), ...japaneseMarks];
  return plainSigns(toMarkdown({ type: 'root', children }, { ...options, extensions })).trim();
}

/** Marks beside Japanese are written as our parser reads them. */
const writer = unified().use(remarkCjkFriendly).use(remarkCjkFriendlyStrikethrough).freeze();
const japaneseMarks = (writer.data() as { toMarkdownExtensions?: Options[] }).toMarkdownExtensions ?? [];

/** Pictures that the conversion leaves out, without those that stand for a letter or measure who reads. */
export function countPictures(html: string): number {
  if (html.length > htmlLimits.characters) return 0;
  const tags = withoutComments(html).match(/<img\b[^<>]{0,4000}/gi) ?? [];
  return tags.filter(
    (tag) => !/\bwidth="?[01](?:px)?["\s]/i.test(tag) && !isLetter(/\balt="([^"]{0,40})"/i.exec(tag)?.[1] ?? ''),
  ).length;
}

function isLetterPicture(node: Element): boolean {
  return node.tagName === 'img' && isLetter(String(node.properties['alt'] ?? ''));
}

/** Chats draw 😀 as a picture that says so. */
function isLetter(alt: string): boolean {
  return /^[\p{Extended_Pictographic}\u200D\uFE0F\p{Emoji_Modifier}]{1,12}$/u.test(alt);
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
    if (children.some((child) => child.type !== 'text' || child.value.trim() !== ''))
      blocks.push({ type: 'paragraph', children: trimEnds(children) });
    line = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && dropped.has(node.tagName) && !isLetterPicture(node)) continue;
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
  if (/^h[1-6]$/.test(name))
    blocks.push({
      type: 'heading',
      depth: Math.max(2, Number(name.slice(1))) as 2,
      children: trimEnds(toInline(node.children)),
    });
  else if (name === 'ul' || name === 'ol') addList(blocks, node);
  else if (name === 'blockquote')
    blocks.push({ type: 'blockquote', children: toBlocks(node.children) as BlockContent[] });
  else if (name === 'pre') blocks.push({ type: 'code', value: wordsOf(node).replace(/\n$/, '') });
  else if (name === 'hr') blocks.push({ type: 'thematicBreak' });
  else if (name === 'table') addTable(blocks, node);
  else if (isWordListItem(node)) addWordListItem(blocks, node);
  else blocks.push(...toBlocks(node.children));
}

/** Items of a list; Word for the web says how deep each lies, others put the deeper list into the item or beside it. */
function addList(blocks: Block[], list: Element, level = 0): void {
  const ordered = list.tagName === 'ol';
  const first = Number(list.properties['start'] ?? 1);
  let number = Number.isSafeInteger(first) && first >= 0 ? first : 1;
  for (const child of list.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'ul' || child.tagName === 'ol') addList(blocks, child, level + 1);
    if (child.tagName !== 'li') continue;
    const told = Number(child.properties['dataAriaLevel'] ?? child.properties['ariaLevel'] ?? 1);
    const depth = level === 0 && told >= 1 && told <= 9 ? told - 1 : level;
    const words = withoutSign(toBlocks(child.children), ordered);
    // A blank line of a list in Word.
    if (words.length === 0) continue;
    const checked = findCheckBox(child);
    addItem(
      blocks,
      { level: depth, ordered, ...(ordered ? { number } : {}), ...(checked === undefined ? {} : { checked }) },
      words,
    );
    number += 1;
  }
}

/** Whether the box in front of an item is ticked; undefined where there is none. */
function findCheckBox(item: Element): boolean | undefined {
  const first = item.children.find((child) => child.type === 'element' || wordsOf(child).trim() !== '');
  if (first?.type !== 'element' || first.tagName === 'ul' || first.tagName === 'ol') return undefined;
  if (first.tagName !== 'input') return findCheckBox(first);
  return first.properties['type'] === 'checkbox' ? Boolean(first.properties['checked']) : undefined;
}

/** A sign that somebody typed in an item says what the list says already. */
function withoutSign(blocks: Block[], ordered: boolean): Block[] {
  const [first, ...rest] = blocks;
  const text = first?.type === 'paragraph' && first.children[0]?.type === 'text' ? first.children[0].value : '';
  const sign = readListSign(text);
  if (first?.type !== 'paragraph' || !sign || sign.isReference || (sign.number !== undefined && !ordered))
    return blocks;
  return [{ ...first, children: trimEnds(dropLeading(first.children, text.slice(0, sign.length).trim())) }, ...rest];
}

/** Word writes a list as paragraphs that say so in their style, with their level; the sign in front is text. */
function addWordListItem(blocks: Block[], node: Element): void {
  const style = String(node.properties['style'] ?? '');
  const level = Math.max(0, Number(/mso-list:[^;]{0,40}?level([1-9])/.exec(style)?.[1] ?? 1) - 1);
  const list = /mso-list:\s*(l\d{1,6})/.exec(style)?.[1];
  const drawn = findIgnored(node);
  const words = wordsOf(drawn ?? node)
    .replace(/[\s\u00A0]+/g, ' ')
    .trimStart();
  const sign = drawn
    ? words.trim()
    : (/^(?:[（(]?(?:[0-9０-９]{1,3}|[a-zA-Z]|[ア-ン])[.．、)）]|[0-9０-９]{1,3}(?= )|[①-⑳]|[·・•●○■◆▪§Ø-]|[lnoquvü](?= ))/u.exec(
        words,
      )?.[0] ?? '');
  const number = Number(
    /^[（(]?([0-9０-９]{1,3})/.exec(sign)?.[1]?.normalize('NFKC') ??
      (/^[①-⑳]/.test(sign) ? (sign.codePointAt(0) ?? 0) - 0x24_5f : Number.NaN),
  );
  const isLetter =
    /^[（(]?(?:[a-zA-Z]|[ア-ン]|[ivxIVX]{1,5})[.．、)）]/.test(sign) &&
    !/wingdings|symbol/i.test(JSON.stringify(drawn?.properties ?? {}));
  const children = trimEnds(drawn ? toInline(node.children) : dropLeading(toInline(node.children), sign));
  const place = {
    level,
    ordered: !Number.isNaN(number) || isLetter,
    ...(Number.isNaN(number) ? {} : { number }),
    ...(list ? { list } : {}),
  };
  addItem(blocks, place, [{ type: 'paragraph', children }]);
}

/** What Word puts before an item for programs that know no lists of its kind. */
function findIgnored(node: Element): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = isIgnored(child) ? child : findIgnored(child);
    if (found) return found;
  }
  return undefined;
}

function isIgnored(node: Element): boolean {
  return /mso-list:\s*ignore/i.test(String(node.properties['style'] ?? ''));
}

/** Markdown's tables need a first row of heads, and rows of one length; a single cell is a paragraph. */
function addTable(blocks: Block[], table: Element): void {
  const rows = readCells(table) ?? [];
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width < 2 || width * rows.length > htmlLimits.cells) return void blocks.push(...toBlocks(table.children));
  const toRow = (row: (Element | undefined)[]): TableRow => ({
    type: 'tableRow',
    children: Array.from({ length: width }, (_, index) => ({
      type: 'tableCell' as const,
      children: trimEnds(withoutBreaks(toCellWords(row[index]?.children ?? []))),
    })),
  });
  blocks.push({
    type: 'table',
    children: rows.filter((row) => row.some((cell) => cell && wordsOf(cell).trim() !== '')).map(toRow),
  });
}

/** Blocks of a cell stand one behind the other: a cell of Markdown has one line. */
function toCellWords(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type !== 'element' || !isBlock(node)) return toInline([node]);
    return [{ type: 'break' }, ...toCellWords(node.children), { type: 'break' }];
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
  return joinTexts(
    nodes.flatMap((node): PhrasingContent[] => {
      if (node.type === 'text') return linkAddresses(resolveReferences(node.value).replace(/[\s\u00A0]+/g, ' '));
      if (node.type === 'element' && isLetterPicture(node))
        return [{ type: 'text', value: String(node.properties['alt']) }];
      if (node.type !== 'element' || dropped.has(node.tagName) || isIgnored(node)) return [];
      const children = () => toInline(node.children);
      if (node.tagName === 'br') return [{ type: 'break' }];
      if (node.tagName === 'a') return toLink(node, children());
      if (node.tagName === 'code') return [{ type: 'inlineCode', value: wordsOf(node) }];
      if (node.tagName === 'ruby') return toRuby(node);
      if (isRaised(node, 'sup'))
        return withoutMarks(node) ? [{ type: 'text', value: raise(wordsOf(node)) }] : children();
      if (isRaised(node, 'sub'))
        return withoutMarks(node) ? [{ type: 'text', value: lower(wordsOf(node)) }] : children();
      if (node.tagName === 'del' || node.tagName === 's' || node.tagName === 'strike')
        return wrap('delete', children());
      if (isStrong(node)) return wrap('strong', children());
      return node.tagName === 'em' || node.tagName === 'i' ? wrap('emphasis', children()) : children();
    }),
  );
}

function isRaised(node: Element, name: 'sup' | 'sub'): boolean {
  if (node.tagName === name) return true;
  const style = node.tagName === 'span' ? String(node.properties['style'] ?? '') : '';
  return (name === 'sup' ? /vertical-align:\s*super/ : /vertical-align:\s*sub/).test(style);
}

/** Note marks of web pages are raised links, which stay links. */
function withoutMarks(node: Element): boolean {
  return node.children.every(
    (child) => child.type === 'text' || (child.type === 'element' && child.tagName !== 'a' && withoutMarks(child)),
  );
}

/** Words with their reading, in the notation of our texts; one that it cannot hold stands in brackets. */
function toRuby(node: Element): PhrasingContent[] {
  let base = '';
  let text = '';
  let reading = '';
  const end = () => {
    const word = base.replace(/\s+/g, '');
    const isWritable = /^[^｜《》]{1,40}$/.test(word) && /^[^｜《》]{1,60}$/.test(reading);
    text += reading === '' ? word : isWritable ? `｜${word}《${reading}》` : `${word}（${reading}）`;
    base = reading = '';
  };
  const look = (nodes: readonly RootContent[]): void => {
    for (const child of nodes) {
      if (child.type === 'text') {
        // Readings may stand one behind another, after the words that they belong to.
        if (child.value.trim() !== '' && reading !== '') end();
        base += child.value;
      }
      if (child.type !== 'element' || child.tagName === 'rp' || dropped.has(child.tagName)) continue;
      if (child.tagName === 'rt') reading += wordsOf(child).replace(/\s+/g, '');
      else look(child.children);
    }
  };
  look(node.children);
  end();
  return [{ type: 'text', value: text }];
}

/** An address among words becomes a link, so that the words behind it are none of it. */
function linkAddresses(text: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(/(?<![A-Za-z0-9])https?:\/\/[!-~]+/gi)) {
    const url = found.replace(/[?!.,:;*_~'"<>)}\]]{1,20}$/, '');
    if (checkLink(url) !== undefined) continue;
    // Mail programs put addresses into angles, which have no meaning beyond that.
    const angle = text.charAt(index - 1) === '<' && text.charAt(index + url.length) === '>' ? 1 : 0;
    if (index - angle > from) parts.push({ type: 'text', value: text.slice(from, index - angle) });
    parts.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
    from = index + url.length + angle;
  }
  return from === 0 ? [{ type: 'text', value: text }] : [...parts, { type: 'text', value: text.slice(from) }];
}

function toLink(node: Element, children: PhrasingContent[]): PhrasingContent[] {
  const url = String(node.properties['href'] ?? '');
  return url === '' || checkLink(url) !== undefined || wordsOf(node).trim() === ''
    ? children
    : [
        {
          type: 'link',
          url,
          children: children.flatMap((child) => (child.type === 'link' ? child.children : [child])) as never,
        },
      ];
}

/** Spaces at the edge of a mark would undo it. */
function wrap(type: 'strong' | 'emphasis' | 'delete', children: PhrasingContent[]): PhrasingContent[] {
  // Bold words inside of bold words are no bolder.
  const flat = children.flatMap((child) => (child.type === type ? (child.children as PhrasingContent[]) : [child]));
  const inner = trimEnds(joinTexts(flat));
  if (inner.length === 0) return children;
  // Between words of Latin letters the space stays, outside.
  const [first, last] = [flat[0], flat.at(-1)];
  const lead: PhrasingContent[] =
    first?.type === 'text' && /^\s+[!-~]/.test(first.value) ? [{ type: 'text', value: ' ' }] : [];
  const trail: PhrasingContent[] =
    last?.type === 'text' && /[!-~]\s+$/.test(last.value) ? [{ type: 'text', value: ' ' }] : [];
  return [...lead, { type, children: inner }, ...trail];
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
    // Word cuts bold words into pieces.
    else if (isMarked(child) && last?.type === child.type)
      last.children = joinTexts([...last.children, ...child.children] as PhrasingContent[]) as never;
    else joined.push(child);
  }
  return joined;
}

function isMarked(node: PhrasingContent): node is Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' }> {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
}

function withoutBreaks(children: readonly PhrasingContent[]): PhrasingContent[] {
  const joined = joinTexts(children.map((child) => (child.type === 'break' ? { type: 'text', value: ' ' } : child)));
  return joined.map((child) => (child.type === 'text' ? { ...child, value: child.value.replace(/\s+/g, ' ') } : child));
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

function isWordListItem(node: Element): boolean {
  return (
    node.tagName === 'p' &&
    (/mso-list:/.test(String(node.properties['style'] ?? '')) ||
      /MsoListParagraph/.test(String(node.properties['className'] ?? '')))
  );
}

function isBlock(node: Element): boolean {
  const known = blocksByNode.get(node);
  if (known !== undefined) return known;
  const found =
    blockNames.has(node.tagName) || node.children.some((child) => child.type === 'element' && isBlock(child));
  blocksByNode.set(node, found);
  return found;
}

/** Asked again at each level around a node. */
const blocksByNode = new WeakMap<Element, boolean>();

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
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
const dropped = new Set([
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
