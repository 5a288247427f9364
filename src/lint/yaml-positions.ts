import { isMap, isScalar, isSeq } from 'yaml';
import type { Node, Pair, Scalar } from 'yaml';
import { parseYaml } from './parse-yaml.ts';

/**
 * Where values stand in a piece of YAML. The text is read again for it: few documents have anything to report. Who asks
 * has several questions about one text, then about the next, so that one tree is kept: those of ten thousand would not
 * fit into memory.
 */
export function indexYaml(yaml: string): YamlPositions {
  if (last?.yaml !== yaml) last = { yaml, positions: readPositions(yaml) };
  return last.positions;
}

let last: { yaml: string; positions: YamlPositions } | undefined;

function readPositions(yaml: string): YamlPositions {
  const root = parseYaml(yaml)?.contents ?? null;
  return {
    offsetOf: (path) => offsetOf(root, path),
    keyOffsetOf: (path) => keyOffsetOf(root, path),
    offsetInside: (path, valueOffset) => offsetInside(yaml, nodeAt(root, path), valueOffset),
    pathAt: (offset) => pathAt(root, offset),
  };
}

/**
 * A list or a group of fields begins where its name stands, a value where it stands itself; what is missing, at its
 * parent.
 */
function offsetOf(root: Node | null, path: YamlPath): number {
  const node = nodeAt(root, path);
  if (node && (isScalar(node) || path.length === 0 || typeof path.at(-1) === 'number')) return node.range?.[0] ?? 0;
  return keyOffsetOf(root, path);
}

function keyOffsetOf(root: Node | null, path: YamlPath): number {
  if (path.length === 0) return root?.range?.[0] ?? 0;
  const parent = nodeAt(root, path.slice(0, -1));
  const key = isMap(parent) ? parent.items.find((pair) => keyOf(pair) === path.at(-1))?.key : undefined;
  return (key as Node | undefined)?.range?.[0] ?? offsetOf(root, path.slice(0, -1));
}

/**
 * Offset of a character of a string value. Exact for block literals and for values on one line without escapes, which
 * is how texts are written; the start of the value otherwise.
 */
function offsetInside(yaml: string, node: Node | undefined, valueOffset: number): number {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return node?.range?.[0] ?? 0;
  const [start, end] = node.range;
  const written = yaml.slice(start, end);
  if (node.type === 'BLOCK_LITERAL') return start + offsetInBlock(written, node.value, valueOffset);
  const quote = node.type === 'PLAIN' ? 0 : 1;
  return written.slice(quote, written.length - quote) === node.value ? start + quote + valueOffset : start;
}

function offsetInBlock(written: string, value: string, valueOffset: number): number {
  const lines = written.split('\n');
  const indent = Math.min(
    ...lines
      .slice(1)
      .filter((line) => line.trim() !== '')
      .map((line) => line.length - line.trimStart().length),
  );
  const before = value.slice(0, valueOffset).split('\n');
  const index = before.length;
  const lineStart = lines.slice(0, index).reduce((total, line) => total + line.length + 1, 0);
  const isBlank = (lines[index] ?? '').trim() === '';
  return lineStart + (isBlank || !Number.isFinite(indent) ? 0 : indent) + (before.at(-1)?.length ?? 0);
}

function nodeAt(root: Node | null, path: YamlPath): Node | undefined {
  let node: Node | undefined = root ?? undefined;
  for (const step of path) {
    if (isMap(node)) node = node.items.find((pair) => keyOf(pair) === String(step))?.value as Node | undefined;
    else if (isSeq(node) && typeof step === 'number') node = node.items[step] as Node | undefined;
    else return undefined;
  }
  return node ?? undefined;
}

function pathAt(root: Node | null, offset: number): YamlPath {
  if (isMap(root)) {
    for (const pair of root.items) {
      const value = pair.value as Node | null;
      if (contains(pair.key as Node | null, offset)) return [keyOf(pair)];
      if (contains(value, offset)) return [keyOf(pair), ...pathAt(value, offset)];
    }
  }
  if (isSeq(root)) {
    const index = root.items.findIndex((item) => contains(item as Node, offset));
    if (index !== -1) return [index, ...pathAt(root.items[index] as Node, offset)];
  }
  return [];
}

function contains(node: Node | null, offset: number): boolean {
  const range = node?.range;
  return range !== undefined && range !== null && offset >= range[0] && offset < range[2];
}

function keyOf(pair: Pair): string {
  return String((pair.key as Scalar | null)?.value ?? '');
}

export type YamlPath = readonly (string | number)[];

/** All offsets count UTF-16 units in the YAML text. */
export interface YamlPositions {
  offsetOf(path: YamlPath): number;
  keyOffsetOf(path: YamlPath): number;
  offsetInside(path: YamlPath, valueOffset: number): number;
  /** The innermost field that an offset belongs to; empty outside all of them. */
  pathAt(offset: number): YamlPath;
}
