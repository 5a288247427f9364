import type { Nodes, Root } from 'mdast';
import { forEachNode } from './nodes.ts';

/**
 * An editor's text for readers of plain CommonMark: what ours reads by its own rules (line ends, ends of lists, bold
 * beside Japanese marks, single tildes) is written so that theirs show the same. Nothing else changes. `tree` is what
 * `parseMdx` reads in `source`.
 */
export function writeCommonMark(source: string, tree: Root): string {
  if (!mayDiffer(source)) return source;
  const inserts = new Map<number, string>();
  const insert = (at: number, text: string) => void inserts.set(at, (inserts.get(at) ?? '') + text);
  forEachNode(tree, (node) => {
    if (node.type === 'text') breakHard(node, source, insert);
    if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') spaceMarks(node, source, insert);
    if ('children' in node) partBlocks(node, source, insert);
  });
  let written = '';
  let from = 0;
  for (const [at, text] of [...inserts].sort(([one], [other]) => one - other)) {
    written += source.slice(from, at) + text;
    from = at;
  }
  return written + source.slice(from);
}

/** Most texts hold nothing that the two read differently. */
function mayDiffer(source: string): boolean {
  if (/~|[*_][\p{P}\p{S}]|[\p{P}\p{S}][*_]/u.test(source)) return true;
  const lines = source.split(/\r\n?|\n/).map((line) => line.replace(/^[ \t>]+/, ''));
  return lines.some(
    (line, index) => (lines[index - 1] ?? '') !== '' && /^(?![|#<]|[-*+][ \t]|\d{1,9}[.)][ \t]|\[\^)\S/.test(line),
  );
}

function breakHard(node: Extract<Nodes, { type: 'text' }>, source: string, insert: Insert): void {
  const { start, end } = offsetsOf(node);
  const raw = source.slice(start, end);
  for (const { index } of raw.matchAll(/\r\n?|\n/g)) insert(start + index, '\\');
  // A row of `=` would make a heading of the lines above.
  for (const { index, 0: row } of raw.matchAll(/[\r\n][ \t>]*=+[ \t]*(?=[\r\n]|$)/g))
    insert(start + index + row.indexOf('='), '\\');
  for (const { index } of raw.matchAll(/(?<![\\~])~(?!~)/g)) insert(start + index, '\\');
}

/** A space where CommonMark would not see that marks open or close. */
function spaceMarks(node: Nodes, source: string, insert: Insert): void {
  const { start, end } = offsetsOf(node);
  const width = node.type === 'emphasis' ? 1 : 2;
  const before = source.slice(Math.max(0, start - 2), start);
  const first = source.slice(start + width, start + width + 2);
  const last = source.slice(Math.max(0, end - width - 2), end - width);
  const after = source.slice(end, end + 2);
  if (isMark(first, 'first') && isWord(before, 'last')) insert(start, ' ');
  if (isMark(last, 'last') && isWord(after, 'first')) insert(end, ' ');
}

function isMark(text: string, side: 'first' | 'last'): boolean {
  return (side === 'first' ? /^[\p{P}\p{S}]/u : /[\p{P}\p{S}]$/u).test(text);
}

function isWord(text: string, side: 'first' | 'last'): boolean {
  return (side === 'first' ? /^[^\s\p{P}\p{S}]/u : /[^\s\p{P}\p{S}]$/u).test(text);
}

/** An empty line after what ends with its last line here, and before dashes that are a rule. */
function partBlocks(parent: Extract<Nodes, { children: unknown }>, source: string, insert: Insert): void {
  const children = parent.children as Root['children'];
  for (const [index, node] of children.entries()) {
    const previous = children[index - 1];
    // What ends inside of a quotation ends behind the sign of the next line.
    const isGlued = (previous?.position?.end.line ?? -1) >= (node.position?.start.line ?? 0) - 1;
    const wouldJoin =
      (node.type === 'paragraph' &&
        ['list', 'blockquote', 'footnoteDefinition', 'table'].includes(previous?.type ?? '')) ||
      (node.type === 'thematicBreak' && previous?.type === 'paragraph');
    if (!isGlued || !wouldJoin) continue;
    const { start } = offsetsOf(node);
    const lineStart = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
    insert(start, `\n${source.slice(lineStart, start)}`);
  }
}

function offsetsOf(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

type Insert = (at: number, text: string) => void;
