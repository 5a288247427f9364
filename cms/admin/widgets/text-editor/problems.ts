import type { Diagnostic } from '@codemirror/lint';
import { compileMdx } from '../../../../src/mdx/compile-mdx.ts';
import type { MdxProblem } from '../../../../src/mdx/problems.ts';
import { findPersonalInformation } from '../../../../src/privacy/find-personal-information.ts';
import { plainSentence } from '../../faults/plain-sentence.ts';
import { findOpenAddresses } from '../../paste/mend-addresses.ts';
import { findTypedLists } from './lists.ts';
import { findSwallowedLines } from './tables.ts';

/** What is wrong with a text, by place: what the site cannot show, and what looks personal. */
export function findProblems(text: string): TextProblem[] {
  const lines = text.split('\n');
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const offsetOf = (line: number, column: number) =>
    Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
  const unsafe =
    text.trim() === ''
      ? []
      : withoutRepeats(compileMdx(text, { basePath: '/' }).problems).map(
          ({ line, column, endLine, endColumn, message, code }) => {
            const [from, to] = [offsetOf(line, column), offsetOf(endLine, endColumn)];
            const fix =
              code === 'link-boundary' || code === 'address-in-angles' ? endAddress(text, from, to) : undefined;
            return place(from, to, text, { message, severity: 'error', stops: true, ...(fix ? { fix } : {}) });
          },
        );
  const personal = findPersonalInformation(text).map(({ start, end, message, certainty, overridable }) =>
    place(start, end, text, {
      message,
      severity: certainty === 'certain' ? 'error' : 'warning',
      stops: certainty === 'certain' && !overridable,
    }),
  );
  const lists = findTypedLists(text).map(({ from, to, insert }) =>
    place(from, to, text, {
      message: unmadeList,
      severity: 'info',
      stops: false,
      fix: { label: '箇条書きにする', from, to, insert },
    }),
  );
  const swallowed = findSwallowedLines(text).map(({ block, from, to }) =>
    place(from, to, text, {
      message: `${block}のすぐ下の行は、${block}の一部になります。`,
      severity: 'info',
      stops: false,
      fix: { label: `${block}の外に出す`, from, to: from, insert: '\n' },
    }),
  );
  const all = [...unsafe, ...personal, ...lists, ...swallowed].map((problem) => ({
    ...problem,
    message: plainSentence(problem.message),
  }));
  return all.sort((one, other) => one.from - other.from);
}

/** Of an address in angles it is not said once more that its end is hidden. */
function withoutRepeats(problems: readonly MdxProblem[]): MdxProblem[] {
  const places = problems.flatMap(({ code, line, column }) =>
    code === 'address-in-angles' ? [`${line} ${column + 1}`] : [],
  );
  return problems.filter(({ code, line, column }) => !/^link-/.test(code) || !places.includes(`${line} ${column}`));
}

const unmadeList = '「・」や「①」で始まる行があります。このままでも一行ずつ表示されます。';

/** The same fix in a text that has changed since: of several the one that puts in the same, nearest to where it was. */
export function findFixAgain(fix: Fix, problems: readonly TextProblem[]): Fix | undefined {
  const same = problems.flatMap((problem) => (problem.fix?.label === fix.label ? [problem.fix] : []));
  const likest = same.filter(({ insert }) => insert === fix.insert);
  const distance = ({ from }: Fix) => Math.abs(from - fix.from);
  return (likest.length > 0 ? likest : same).sort((one, other) => distance(one) - distance(other))[0];
}

/** The address within a place that Japanese follows or that stands in angles, and how it is to end. */
function endAddress(text: string, from: number, to: number): Fix | undefined {
  const open = findOpenAddresses(text).find(({ start }) => start >= from && start < Math.max(to, from + 1));
  return open && { label: 'アドレスの終わりを直す', from: open.start, to: open.end, insert: open.insert };
}

/** A mark as wide as a character at least, and never longer than a line, else a whole page would be underlined. */
function place(from: number, to: number, text: string, rest: Omit<TextProblem, 'from' | 'to'>): TextProblem {
  const lineEnd = text.indexOf('\n', from);
  const most = lineEnd === -1 ? text.length : Math.max(lineEnd, from);
  const end = Math.min(Math.max(to, from + 1), Math.max(most, from + 1), text.length);
  return { from: Math.min(from, text.length), to: Math.max(end, Math.min(from, text.length)), ...rest };
}

export interface TextProblem extends Pick<Diagnostic, 'from' | 'to' | 'message'> {
  severity: 'error' | 'warning' | 'info';
  /** Nobody may save a text with it; of the rest the editor may say why it may stand. */
  stops: boolean;
  /** What one click does about it. */
  fix?: Fix;
}

export interface Fix {
  label: string;
  from: number;
  to: number;
  insert: string;
}
