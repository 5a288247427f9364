import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  visit,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { keepLines, splitLines } from './keep-lines.ts';
import { isRecord, isSameValue } from './same-value.ts';
import {
  writeBlockValue,
  writeFlow,
  writeItem,
  writeLiteral,
  writePairs,
  writePlain,
  writeQuoted,
} from './write-value.ts';
import { countTrailing, dropTrailing } from '../../src/text/trailing.ts';

/**
 * The YAML with the values of `next`, every byte that stands for something unchanged left alone: comments, quotes, `[
 * ]` or lines, order. Where that cannot be done the whole is written anew.
 */
export function editYaml(source: string, next: Record<string, unknown>): string {
  const document = parseDocument(source, { keepSourceTokens: true });
  const before: unknown = document.toJS() ?? {};
  if (isSameValue(before, next)) return source;
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  const edited =
    isMap(document.contents) && isRecord(before) && !hasAliases(document)
      ? spliceAll(source, document.contents, before, next, end)
      : undefined;
  if (edited !== undefined && isSameValue(readBack(edited), next)) return edited;
  return writePairs(next, 0, end);
}

function spliceAll(
  source: string,
  map: YAMLMap,
  before: Record<string, unknown>,
  next: Record<string, unknown>,
  end: string,
): string {
  const edits: Edit[] = [];
  editMap({ source, edits, end }, map, before, next, 0);
  return [...edits]
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}

function editMap(
  page: Page,
  map: YAMLMap,
  before: Record<string, unknown>,
  next: Record<string, unknown>,
  indent: number,
): void {
  const pairs = new Map(map.items.map((pair) => [nameOf(pair), pair]));
  for (const [key, pair] of pairs) {
    if (!Object.hasOwn(next, key))
      page.edits.push({
        start: lineStart(page.source, startOf(pair)),
        end: lineEnd(page.source, contentEnd(page.source, pair)),
        text: '',
      });
    else if (!isSameValue(before[key], next[key])) editPair(page, pair, before[key], next[key], indent);
  }
  // A new key goes behind the one before it, in the order of the form.
  let last: Pair | undefined;
  for (const [key, value] of Object.entries(next)) {
    const existing = pairs.get(key);
    if (existing) {
      last = existing;
      continue;
    }
    const at = last ? lineEnd(page.source, contentEnd(page.source, last)) : lineStart(page.source, map.range?.[0] ?? 0);
    const isOpen = at > 0 && !/[\r\n]$/.test(page.source.slice(0, at));
    page.edits.push({
      start: at,
      end: at,
      text: (isOpen ? page.end : '') + writePairs({ [key]: value }, indent, page.end),
    });
  }
}

function editPair(page: Page, pair: Pair, before: unknown, next: unknown, indent: number): void {
  const value = pair.value as Node | null;
  if (value && editNode(page, value, before, next, indent)) return;
  const start = (pair.key as Node).range?.[1] ?? 0;
  page.edits.push({ start, end: contentEnd(page.source, pair), text: `:${writeBlockValue(next, indent, page.end)}` });
}

/** False when the value has to be written anew as a whole. */
function editNode(page: Page, node: Node, before: unknown, next: unknown, indent: number): boolean {
  if (isScalar(node)) return editScalar(page, node, before, next, indent);
  if (isMap(node) && isRecord(before) && isRecord(next) && Object.keys(next).length > 0) {
    if (node.flow) return editFlowMap(page, node, before, next);
    editMap(page, node, before, next, columnOf(page.source, startOf(node.items[0])));
    return true;
  }
  if (isSeq(node) && Array.isArray(before) && Array.isArray(next) && next.length > 0)
    return node.flow ? editFlowList(page, node, before, next) : editBlockList(page, node, before, next);
  return false;
}

function editScalar(page: Page, node: Scalar, before: unknown, next: unknown, indent: number): boolean {
  if (!node.range || node.range[0] === node.range[1] || isRecord(next) || Array.isArray(next)) return false;
  const [start, valueEnd] = node.range;
  if (typeof next === 'string' && node.type === Scalar.BLOCK_LITERAL && typeof before === 'string')
    return editLiteral(page, start, contentEnd(page.source, node), next, indent);
  if (typeof next === 'string' && typeof before === 'string' && node.type === Scalar.BLOCK_FOLDED)
    return editFolded(page, start, contentEnd(page.source, node), before, next);
  if (typeof next === 'string' && next.includes('\n')) return false;
  if (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED) return false;
  const isQuoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
  page.edits.push({
    start,
    end: valueEnd,
    text: typeof next === 'string' && isQuoted ? writeQuoted(next, node.type as 'QUOTE_DOUBLE') : writePlain(next),
  });
  return true;
}

/** Lines of a `|` text that were not touched stay as they are written. */
function editLiteral(page: Page, start: number, end: number, next: string, indent: number): boolean {
  const [header = '', ...lines] = splitLines(page.source.slice(start, end));
  const depth = /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0].length ?? indent + 2;
  const [newHeader = '', ...newLines] = splitLines(writeLiteral(next, depth, '\n'));
  if (!newHeader.startsWith('|') || !/^\|[-+]?\s*$/.test(header)) return false;
  const chomping = /^\|([-+]?)/;
  const bare = (line: string) => dropTrailing(line, '\r\n');
  const kept = keepLines(lines, newLines, {
    isSameLine: (one, other) =>
      bare(one).slice(0, depth).trim() + bare(one).slice(depth) ===
      bare(other).slice(0, depth).trim() + bare(other).slice(depth),
    toLine: (line) => bare(line) + page.end,
  });
  const sameChomping = chomping.exec(header)?.[1] === chomping.exec(newHeader)?.[1];
  const text =
    (sameChomping ? header : newHeader.replace('\n', page.end)) +
    kept
      .map((line, index) => (index === kept.length - 1 ? bare(line) : /[\r\n]$/.test(line) ? line : line + page.end))
      .join('');
  page.edits.push({ start, end, text });
  return true;
}

/** A `>` text says one line in several; a change inside one of them is made there. */
function editFolded(page: Page, start: number, end: number, before: string, next: string): boolean {
  const lines = splitLines(page.source.slice(start, end));
  let at = start + (lines[0]?.length ?? 0);
  let shown = 0;
  let from = 0;
  while (from < Math.min(before.length, next.length) && before[from] === next[from]) from += 1;
  let tail = 0;
  while (tail < Math.min(before.length, next.length) - from && before.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
  const changed = next.slice(from, next.length - tail);
  if (changed.includes('\n')) return false;
  for (const line of lines.slice(1)) {
    const text = line.trim();
    const indent = line.indexOf(text);
    if (text === '' || before.slice(shown, shown + text.length) !== text) return false;
    if (from >= shown && before.length - tail <= shown + text.length) {
      page.edits.push({
        start: at + indent + from - shown,
        end: at + indent + before.length - tail - shown,
        text: changed,
      });
      return true;
    }
    shown += text.length + 1;
    at += line.length;
  }
  return false;
}

function editBlockList(page: Page, list: YAMLSeq, before: readonly unknown[], next: readonly unknown[]): boolean {
  const items = list.items as Node[];
  const [first] = items;
  if (!first || items.length !== before.length) return false;
  const dash =
    lineStart(page.source, startOf(first)) +
    (/^ */.exec(page.source.slice(lineStart(page.source, startOf(first))))?.[0].length ?? 0);
  const column = columnOf(page.source, dash);
  const { head, tail } = commonEnds(before, next);
  const old = items.slice(head, items.length - tail);
  const now = next.slice(head, next.length - tail);
  for (const [index, value] of now.entries()) {
    const item = old[index];
    if (!item) break;
    if (isSameValue(before[head + index], value)) continue;
    if (!editNode(page, item, before[head + index], value, column)) {
      page.edits.push({
        start: lineStart(page.source, startOf(item)),
        end: lineEnd(page.source, contentEnd(page.source, item)),
        text: writeItem(value, column, page.end),
      });
    }
  }
  for (const item of old.slice(now.length))
    page.edits.push({
      start: lineStart(page.source, startOf(item)),
      end: lineEnd(page.source, contentEnd(page.source, item)),
      text: '',
    });
  const added = now.slice(old.length);
  if (added.length > 0) {
    const above = items[head + old.length - 1];
    const at = above ? lineEnd(page.source, contentEnd(page.source, above)) : lineStart(page.source, startOf(first));
    const isOpen = at > 0 && !/[\r\n]$/.test(page.source.slice(0, at));
    page.edits.push({
      start: at,
      end: at,
      text: (isOpen ? page.end : '') + added.map((item) => writeAlike(item, first, column, page.end)).join(''),
    });
  }
  return true;
}

/** A new item in the style of its neighbour: `{ … }` on one line, or one key a line. */
function writeAlike(item: unknown, neighbour: Node, column: number, end: string): string {
  return isMap(neighbour) && neighbour.flow
    ? `${' '.repeat(column)}- ${writeFlow(item)}${end}`
    : writeItem(item, column, end);
}

function editFlowList(page: Page, list: YAMLSeq, before: readonly unknown[], next: readonly unknown[]): boolean {
  const items = list.items as Node[];
  if (items.length !== before.length || !list.range) return false;
  const { head, tail } = commonEnds(before, next);
  const asWritten = (item: Node) => page.source.slice(item.range?.[0] ?? 0, item.range?.[1] ?? 0);
  const kept = items.map(asWritten);
  const parts = [
    ...kept.slice(0, head),
    ...next.slice(head, next.length - tail).map(writeFlow),
    ...(tail === 0 ? [] : kept.slice(-tail)),
  ];
  page.edits.push({ start: list.range[0], end: list.range[1], text: `[${parts.join(', ')}]` });
  return true;
}

function editFlowMap(
  page: Page,
  map: YAMLMap,
  before: Record<string, unknown>,
  next: Record<string, unknown>,
): boolean {
  const names = map.items.map(nameOf);
  const isSameShape = names.length === Object.keys(next).length && names.every((name) => Object.hasOwn(next, name));
  if (!isSameShape || !map.range) {
    page.edits.push({ start: map.range?.[0] ?? 0, end: map.range?.[1] ?? 0, text: writeFlow(next) });
    return true;
  }
  for (const pair of map.items) {
    const name = nameOf(pair);
    const value = pair.value as Node | null;
    if (isSameValue(before[name], next[name]) || !value?.range) continue;
    if (
      isSeq(value) &&
      Array.isArray(before[name]) &&
      Array.isArray(next[name]) &&
      editFlowList(page, value, before[name], next[name])
    )
      continue;
    page.edits.push({ start: value.range[0], end: value.range[1], text: writeFlow(next[name]) });
  }
  return true;
}

function commonEnds(before: readonly unknown[], next: readonly unknown[]): { head: number; tail: number } {
  const most = Math.min(before.length, next.length);
  let head = 0;
  while (head < most && isSameValue(before[head], next[head])) head += 1;
  let tail = 0;
  while (tail < most - head && isSameValue(before[before.length - 1 - tail], next[next.length - 1 - tail])) tail += 1;
  return { head, tail };
}

/** End of what a node says, line ends and comments behind it left out. */
function contentEnd(source: string, node: Node | Pair | null): number {
  if (node === null) return 0;
  if ('key' in node && !('items' in node)) {
    const value = node.value as Node | null;
    const own = (node.key as Node).range?.[1] ?? 0;
    const colon = source.indexOf(':', own) + 1;
    return value?.range && value.range[0] !== value.range[1] ? contentEnd(source, value) : colon;
  }
  if ((isMap(node) || isSeq(node)) && !node.flow)
    return contentEnd(source, (node.items.at(-1) ?? null) as Node | Pair | null);
  const end = (node as Node).range?.[1] ?? 0;
  const said = source.slice(0, end);
  const rest = said.slice(said.length - countTrailing(said, ' \t\r\n'));
  const lineBreak = /\r?\n/.exec(rest);
  return lineBreak ? end - rest.length + lineBreak.index : end;
}

function startOf(node: Node | Pair | undefined): number {
  if (!node) return 0;
  return ('key' in node && !('items' in node) ? (node.key as Node).range?.[0] : (node as Node).range?.[0]) ?? 0;
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end === -1 ? source.length : end + 1;
}

function columnOf(source: string, offset: number): number {
  return offset - lineStart(source, offset);
}

function nameOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

function hasAliases(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Node: (_key, node) => void (found ||= isAlias(node) || ('anchor' in node && Boolean(node.anchor))),
  });
  return found;
}

function readBack(source: string): unknown {
  const document = parseDocument(source);
  return document.errors.length > 0 ? undefined : document.toJS();
}

interface Page {
  source: string;
  edits: Edit[];
  end: string;
}

interface Edit {
  start: number;
  end: number;
  text: string;
}
