import { Document, Scalar, stringify } from 'yaml';
import { isRecord } from './same-value.ts';
import { countTrailing } from '../../src/text/trailing.ts';

/**
 * YAML of a value behind `key:` in a block mapping whose keys stand `indent` spaces in; begins with a space or a line
 * end.
 */
export function writeBlockValue(value: unknown, indent: number, end: string): string {
  if (typeof value === 'string' && value.includes('\n')) return ` ${writeLiteral(value, indent + 2, end)}`;
  if (Array.isArray(value) && value.length > 0 && !isShortList(value))
    return end + trimEnd(value.map((item) => writeItem(item, indent + 2, end)).join(''));
  if (isRecord(value) && Object.keys(value).length > 0) return end + trimEnd(writePairs(value, indent + 2, end));
  return ` ${Array.isArray(value) || isRecord(value) ? writeFlow(value) : writePlain(value)}`;
}

/** `- ` and the item, with its line end. */
export function writeItem(item: unknown, indent: number, end: string): string {
  const pad = ' '.repeat(indent);
  if (isRecord(item) && Object.keys(item).length > 0)
    return `${pad}- ${writePairs(item, indent + 2, end).slice(indent + 2)}`;
  if (typeof item === 'string' && item.includes('\n')) return `${pad}- ${writeLiteral(item, indent + 2, end)}${end}`;
  return `${pad}- ${Array.isArray(item) || isRecord(item) ? writeFlow(item) : writePlain(item)}${end}`;
}

export function writePairs(record: Record<string, unknown>, indent: number, end: string): string {
  return Object.entries(record)
    .map(([key, value]) => `${' '.repeat(indent)}${key}:${writeBlockValue(value, indent, end)}${end}`)
    .join('');
}

/** On one line, as it may stand in `[ ]` too. */
export function writeFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`;
  if (isRecord(value))
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${writeFlow(item)}`)
      .join(', ')} }`;
  return stringify([value], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 })
    .trimEnd()
    .slice(1, -1);
}

/** On one line behind `key: `; quotes only where they are needed. */
export function writePlain(value: unknown): string {
  if (typeof value === 'string' && value.includes('\n')) return writeQuoted(value, Scalar.QUOTE_DOUBLE);
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

export function writeQuoted(value: string, type: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE'): string {
  const scalar = new Scalar(value);
  scalar.type = type;
  return new Document(scalar)
    .toString({ lineWidth: 0, minContentWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
    .trimEnd();
}

/** `|` and its lines, `indent` spaces in and two more than the key; no line end behind the last. */
export function writeLiteral(value: string, indent: number, end: string): string {
  if (value.trim() === '' || /[^\t\n\P{C}]/u.test(value)) return writeQuoted(value, Scalar.QUOTE_DOUBLE);
  const trailing = countTrailing(value, '\n');
  const header = `|${/^\n*[ \t]/.test(value) ? '2' : ''}${trailing === 0 ? '-' : trailing === 1 ? '' : '+'}`;
  const lines = value.slice(0, trailing > 0 ? -1 : undefined).split('\n');
  return header + end + lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join(end);
}

/** Ids and months stand on one line in this project's files; words and sentences one below the other. */
function isShortList(list: readonly unknown[]): boolean {
  return list.every((item) => typeof item === 'number' || (typeof item === 'string' && /^[a-z0-9-]{1,40}$/.test(item)));
}

function trimEnd(text: string): string {
  return text.replace(/\r?\n$/, '');
}
