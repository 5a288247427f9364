import { diff3Merge, diffComm } from 'node-diff3';
import { MergeConflict, type Step } from './merge-conflict.ts';

/**
 * A text of several lines from two that began from the same one. Where both changed the same lines, an open conflict
 * stands between the others. Where nobody knows what both began from (`undefined`), what they have in common stands for
 * it.
 */
export function mergeText(
  base: string | undefined,
  theirs: string,
  yours: string,
  path: readonly Step[],
  conflicts: MergeConflict[],
): MergedText {
  const a = splitText(theirs);
  const b = splitText(yours);
  const before = base === undefined ? undefined : splitText(base);
  const end = theirs.slice(trimEnd(theirs).length);
  const open = (one: readonly string[], other: readonly string[]) => {
    const conflict = new MergeConflict(path, readText(one), readText(other), 'text');
    conflicts.push(conflict);
    return () => closeText(conflict.decided, gapOf(one) ?? gapOf(other) ?? '\n\n');
  };
  const join = (parts: readonly (() => string)[]) => ({
    join: () => trimEnd(parts.map((part) => part()).join('')) + end,
  });
  const matches = countMatches(a, b) + countMatches(a, before ?? []) + countMatches(b, before ?? []);
  if (matches > maxMatches || a.length + b.length > maxLines) return join([open(a, b)]);

  const o = before ?? diffComm(a, b).flatMap(({ common }) => common ?? []);
  const regions = diff3Merge(a, o, b, { excludeFalseConflicts: true });
  return join(regions.map(({ ok, conflict }) => (conflict ? open(conflict.a, conflict.b) : () => (ok ?? []).join(''))));
}

/** Both texts, one below the other, as paragraphs of their own or as lines of one list or table. */
export function joinTexts(one: string, other: string): string {
  const isList = /^\s*(?:[-*+|]|\d+[.)])/;
  const last = trimEnd(one).split('\n').at(-1) ?? '';
  return `${trimEnd(one)}${isList.test(last) && isList.test(other) ? '\n' : '\n\n'}${other}`;
}

/** Lines, each with the empty lines behind it; the last one as if another paragraph followed. */
function splitText(text: string): string[] {
  return `${trimEnd(text)}\n\n`.split(/(?<=\n)(?=[^\n])/).filter((line) => line !== '\n\n');
}

function readText(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : trimEnd(lines.join(''));
}

function closeText(decided: unknown, gap: string): string {
  return typeof decided === 'string' && decided !== '' ? trimEnd(decided) + gap : '';
}

function gapOf(lines: readonly string[]): string | undefined {
  const last = lines.at(-1);
  return last?.slice(trimEnd(last).length);
}

function trimEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end -= 1;
  return text.slice(0, end);
}

/** Pairs of equal lines, on which the comparison spends its time. */
function countMatches(lines: readonly string[], others: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0);
}

/** Texts with more pairs or lines than these are decided as a whole: the comparison would take more than a second. */
const maxMatches = 60_000;
const maxLines = 12_000;

export interface MergedText {
  /** The text with what was decided. */
  join(): string;
}
