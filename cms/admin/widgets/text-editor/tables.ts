import { EditorSelection, type EditorState, type StateCommand } from '@codemirror/state';
import { codeLines } from './lists.ts';

/**
 * Enter in a table begins a row below; in an empty last row it leaves the table, with an empty line between, as Enter
 * in an empty item leaves a list. Otherwise the next sentence would become a row.
 */
export const leaveTable: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  const columns = countColumns(state, line.number);
  if (columns === undefined || !main.empty || state.selection.ranges.length > 1 || main.head === line.from)
    return false;

  const below = textOf(state, line.number + 1);
  const isLast = !row.test(below);
  if (isLast && /^[\s|]*$/.test(line.text)) {
    const apart = below.trim() === '' ? '' : '\n';
    dispatch(
      state.update({
        changes: { from: line.from, to: line.to, insert: `\n${apart}` },
        selection: EditorSelection.cursor(line.from + 1),
        scrollIntoView: true,
        userEvent: 'input',
      }),
    );
    return true;
  }

  // Below the heads of the columns stands the line that makes a table of them.
  const end = line.number < state.doc.lines && rule.test(below) ? state.doc.line(line.number + 1).to : line.to;
  dispatch(
    state.update({
      changes: { from: end, insert: `\n|${'  |'.repeat(columns)}` },
      selection: EditorSelection.cursor(end + '\n| '.length),
      scrollIntoView: true,
      userEvent: 'input',
    }),
  );
  return true;
};

/** The lines as rows of a table with the heads of a sample; what stands before a colon or a wide space is a cell. */
export function linesToRows(text: string, sample: string): string {
  const [heads = '', line = ''] = sample.split('\n');
  const columns = heads.split('|').length - 2;
  const rows = text
    .split('\n')
    .map((words) => words.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '').trim())
    .filter((words) => words !== '')
    .map((words) => {
      const [, first, second] =
        /^(\d{1,2}:\d{2})\s+(\S.*)$/.exec(words) ?? /^([^：\t\u3000]{1,20})[：\t\u3000]\s*(\S.*)$/.exec(words) ?? [];
      const cells = first === undefined || second === undefined || columns < 2 ? [words] : [first.trim(), second];
      return `| ${Array.from({ length: columns }, (_, index) => cells[index] ?? '').join(' | ')} |`;
    });
  return [heads, line, ...rows].join('\n');
}

/** A sample with as many rows as rooms stand in a plan, so that plan and table agree before anything is written. */
export function fitRows(sample: string, plan: string): string {
  const count = Math.min(Math.max(1, ...[...plan.matchAll(/\d+/g)].map(Number)), 40);
  const [heads = '', line = '', ...rows] = sample.split('\n');
  const rest = Array.from({ length: Math.max(count - rows.length, 0) }, (_, index) => `部屋${rows.length + index + 1}`);
  const columns = heads.split('|').length - 2;
  return [heads, line, ...rows.slice(0, count), ...rest.map((room) => `| ${room} |${'  |'.repeat(columns - 1)}`)].join(
    '\n',
  );
}

/** Lines that the block above takes for its own, though nothing in them says so: each first one of a run. */
export function findSwallowedLines(text: string): Swallowed[] {
  const lines = text.split('\n');
  const isCode = codeLines(lines);
  const found: Swallowed[] = [];
  let from = 0;
  let open: Swallowed['block'] | undefined;
  let hasRule = false;
  for (const [index, line] of lines.entries()) {
    const own = isCode[index] ? undefined : blockOf(line);
    const isPlain = line.trim() !== '' && !isCode[index] && own === undefined && !begins.test(line);
    if (open !== undefined && isPlain && !(open === '表' && (!hasRule || line.includes('|')))) {
      found.push({ block: open, from, to: from + line.length });
      open = undefined;
    }
    if (!isPlain) {
      if (own !== open || own === undefined) hasRule = false;
      open = own;
    }
    hasRule ||= open === '表' && rule.test(line);
    from += line.length + 1;
  }
  return found;
}

function blockOf(line: string): Swallowed['block'] | undefined {
  if (row.test(line)) return '表';
  if (/^ {0,3}>/.test(line)) return '引用';
  return /^\[\^[^\]\s]+\]:/.test(line) ? '脚注' : undefined;
}

/** How many columns the table has to which a line belongs; undefined where it belongs to none. */
function countColumns(state: EditorState, number: number): number | undefined {
  if (!row.test(textOf(state, number)) || codeLines(state.doc.toString().split('\n'))[number - 1]) return undefined;
  let first = number;
  while (row.test(textOf(state, first - 1))) first -= 1;
  const line = textOf(state, first + 1);
  return first + 1 === number || !rule.test(line) ? undefined : line.split('|').length - 2;
}

function textOf(state: EditorState, number: number): string {
  return number >= 1 && number <= state.doc.lines ? state.doc.line(number).text : '';
}

/** A row as the toolbar and the paste write it. */
const row = /^ {0,3}\|/;
/** The line between the heads of the columns and the rows. */
const rule = /^ {0,3}\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;
/** What begins a block of its own below any other. */
const begins = /^(?: {0,3}(?:[-*+] |\d{1,9}[.)] |#{1,6} |```|~~~|<|(?:[-*_] *){3,}$)|\t| {4})/;

export interface Swallowed {
  block: '表' | '引用' | '脚注';
  from: number;
  to: number;
}
