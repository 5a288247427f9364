import type { Point } from 'unist';
import { spanOf } from './characters.ts';
import { type MdxProblem, mdxProblem } from './problems.ts';

/**
 * The parser's time grows with the square of some shapes and its transforms recurse, so these shapes are bounded before
 * it runs. Within the bounds the slowest text found takes about two seconds on the machine of the tests, and an
 * ordinary page is a tenth of every bound.
 */
export const limits = {
  characters: 40_000,
  lines: 3_000,
  /** Of `* _ ~ [ ] < {` between two empty lines. */
  marksInBlock: 1_000,
  /** Of `>`, `-`, `1.` at the start of one line. */
  containersInLine: 8,
  /** Every row is filled up to the width of the first, so a short text could make millions of cells. */
  tableColumns: 30,
  /** Nodes from the root to a leaf; a list is two of them a level. */
  depth: 48,
} as const;

export function refuseExcess(source: string): MdxProblem[] {
  if (source.length > limits.characters)
    return [
      mdxProblem(
        'too-long',
        spanOf(source, limits.characters, limits.characters),
        limits.characters.toLocaleString('ja'),
      ),
    ];

  const problems: MdxProblem[] = [];
  let offset = 0;
  let marks = 0;
  const lines = source.split(/\r\n|\n|\r/);
  if (lines.length > limits.lines)
    return [mdxProblem('too-many-lines', lineSpan('', limits.lines, 0), limits.lines.toLocaleString('ja'))];

  for (const [index, line] of lines.entries()) {
    marks = line.trim() === '' ? 0 : marks + countMarks(line);
    if (marks > limits.marksInBlock)
      return [
        ...problems,
        mdxProblem('too-dense', lineSpan(line, index, offset), limits.marksInBlock.toLocaleString('ja')),
      ];
    if (countContainers(line) > limits.containersInLine)
      problems.push(mdxProblem('too-deep', lineSpan(line, index, offset), line.slice(0, 24)));
    offset += line.length + (source.startsWith('\r\n', offset + line.length) ? 2 : 1);
  }
  return problems;
}

function countMarks(line: string): number {
  return line.match(/[*_~[\]<{]/g)?.length ?? 0;
}

function countContainers(line: string): number {
  const run = /^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*)+/.exec(line)?.[0] ?? '';
  return run.match(/[->+*.)]/g)?.length ?? 0;
}

function lineSpan(line: string, index: number, offset: number): { start: Point; end: Point } {
  return {
    start: { line: index + 1, column: 1, offset },
    end: { line: index + 1, column: line.length + 1, offset: offset + line.length },
  };
}
