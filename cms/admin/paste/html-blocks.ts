import type { Element, RootContent } from 'hast';
import type { BlockContent, PhrasingContent, TableRow, RootContent as Block } from 'mdast';
import { isBlock, wordsOf, isLetterPicture, dropped } from './html-elements.ts';
import { toInline, trimEnds, withoutBreaks, dropLeading } from './html-inline.ts';
import { isWordListItem, addWordListItem } from './word-list-items.ts';
import { htmlLimits } from './html-limits.ts';
import { addItem } from './items.ts';
import { readListSign } from './list-signs.ts';
import { readCells } from './table-cells.ts';

/** Elements as the blocks of a text: what stands between blocks becomes paragraphs. */
export function toBlocks(nodes: readonly RootContent[]): Block[] {
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
