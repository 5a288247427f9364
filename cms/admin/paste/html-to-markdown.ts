import { fromHtml } from 'hast-util-from-html';
import type { RootContent as Block } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly/serializeOnly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough/serializeOnly';
import { unified } from 'unified';
import { isLetter } from './html-elements.ts';
import { toBlocks } from './html-blocks.ts';
import { cutBetween, htmlLimits, isWithinLimits } from './html-limits.ts';
import { linesOfItems } from './items.ts';
import { plainSigns } from './plain-signs.ts';

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

/** Columns are drawn as wide as their widest cell: one long cell would be paid for in each row. */
function hasWideCell(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    if (block.type !== 'table') return 'children' in block && hasWideCell(block.children as Block[]);
    return block.children.some((row) => row.children.some((cell) => JSON.stringify(cell.children).length > 2_000));
  });
}
