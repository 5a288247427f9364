import type { Diagnostic } from '@codemirror/lint';
import { compileMdx } from '../../../src/mdx/compile-mdx.ts';
import { findPersonalInformation } from '../../../src/privacy/find-personal-information.ts';

/** What is wrong with a text, by place: what the site cannot show, and what looks personal. */
export function findProblems(text: string): TextProblem[] {
  const lines = text.split('\n');
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const offsetOf = (line: number, column: number) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
  const unsafe = text.trim() === '' ? [] : compileMdx(text, { basePath: '/' }).problems.map(({ line, column, endLine, endColumn, message }) => place(offsetOf(line, column), offsetOf(endLine, endColumn), text, { message, severity: 'error', stops: true }));
  const personal = findPersonalInformation(text).map(({ start, end, message, certainty, overridable }) => place(start, end, text, { message, severity: certainty === 'certain' ? 'error' : 'warning', stops: certainty === 'certain' && !overridable }));
  return [...unsafe, ...personal].sort((one, other) => one.from - other.from);
}

/** A mark as wide as a character at least, and never longer than a line, else a whole page would be underlined. */
function place(from: number, to: number, text: string, rest: Omit<TextProblem, 'from' | 'to'>): TextProblem {
  const lineEnd = text.indexOf('\n', from);
  const most = lineEnd === -1 ? text.length : Math.max(lineEnd, from);
  const end = Math.min(Math.max(to, from + 1), Math.max(most, from + 1), text.length);
  return { from: Math.min(from, text.length), to: Math.max(end, Math.min(from, text.length)), ...rest };
}

export interface TextProblem extends Pick<Diagnostic, 'from' | 'to' | 'message'> {
  severity: 'error' | 'warning';
  /** Nobody may save a text with it; of the rest the editor may say why it may stand. */
  stops: boolean;
}
