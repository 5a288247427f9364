import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type StateCommand,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { linesToLists, readSigns } from '../../paste/lines-to-lists.ts';
import { readListSign } from '../../paste/list-signs.ts';
import { dropTrailing } from '../../../../src/text/trailing.ts';
import { cursorBehind } from './cursor-behind.ts';

/**
 * Makes the selected lines a list, or plain lines again. A sign such as `・` or `①` gives way to that of the list, and
 * so does that of a heading; what stands further in lies below, and each level has its own numbers.
 */
export function toggleList(state: EditorState, kind: 'bullet' | 'number'): TransactionSpec {
  const { from, to } = state.selection.main;
  const first = state.doc.lineAt(from).number;
  const last = state.doc.lineAt(to).number;
  const all = Array.from({ length: last - first + 1 }, (_, index) => readLine(state.doc.line(first + index)));
  const lines = all.filter(({ words, rest }) => !isNoWords.test(rest) && (words.trim() !== '' || all.length === 1));
  const own = kind === 'bullet' ? /^[-*+]/ : /^\d/;
  const isList = lines.every(({ sign, words }) => own.test(sign) && !readListSign(words));
  const write = createSigns(kind);
  const changes = lines.map(({ start, indent, rest, sign, words }): ChangeSpec => {
    if (isList) return { from: start, to: start + indent.length + sign.length, insert: indent };
    // Behind the sign of a list a second one may stand, as `- ・` after a paste.
    const typed = readListSign(words)?.length ?? /^#{1,6}[ \t]+/.exec(words)?.[0].length ?? 0;
    // A space of full width in front of a sentence begins a paragraph.
    const isItem = sign !== '' || typed > 0;
    const column = [...indent].reduce(
      (width, space) => width + (space === '\u3000' ? (isItem ? 2 : 0) : space === '\t' ? 4 : 1),
      0,
    );
    return { from: start, to: start + indent.length + rest.length - words.length + typed, insert: write(column) };
  });
  const made = state.changes(changes);
  return { changes: made, ...cursorBehind(state, made), scrollIntoView: true };
}

/** Tags and rows of tables are no items. */
const isNoWords = /^(?:<\/?[A-Za-z]|\|)/;

/** A line behind the signs of quotations: where it begins, how far it is set in, its sign and its words. */
function readLine({ text, from }: { text: string; from: number }): LineOfList {
  const quote = /^(?:[ \t]*>)+[ \t]?/.exec(text)?.[0].length ?? 0;
  const [indent = ''] = /^[ \t\u3000]*/.exec(text.slice(quote)) ?? [];
  const rest = text.slice(quote + indent.length);
  const [sign = ''] = /^(?:[-*+]|\d{1,9}[.)]) /.exec(rest) ?? [];
  return { start: from + quote, indent, rest, sign, words: rest.slice(sign.length) };
}

/** Writes the signs of items one after another, by how far each is set in. */
function createSigns(kind: 'bullet' | 'number'): (column: number) => string {
  let open: { column: number; indent: number; count: number; width: number }[] = [];
  return (column) => {
    open = open.filter((level, depth) => level.column <= column || depth === 0);
    const above = open.at(-1);
    const isBelow = above !== undefined && column > above.column;
    const level =
      isBelow || !above ? { column, indent: above ? above.indent + above.width : column, count: 0, width: 0 } : above;
    if (level !== above) open.push(level);
    level.count += 1;
    const sign = kind === 'bullet' ? '- ' : `${level.count}. `;
    level.width = sign.length;
    return ' '.repeat(level.indent) + sign;
  };
}

/** Runs of lines that are written as a list without being one, with the text that makes them one. */
export function findTypedLists(text: string): TypedList[] {
  const lines = text.split('\n');
  const isCode = codeLines(lines);
  const signs = readSigns(lines.map((line, index) => (isCode[index] ? '' : line)));
  const found: TypedList[] = [];
  let from = 0;
  for (let index = 0; index < lines.length; index += 1) {
    if (!signs[index] || signs[index]?.isMarkdown) {
      from += (lines[index] ?? '').length + 1;
      continue;
    }
    let end = index;
    while (
      end + 1 < lines.length &&
      (signs[end + 1] || (/^[ \t\u3000]+\S/.test(lines[end + 1] ?? '') && !isCode[end + 1]))
    )
      end += 1;
    const run = lines.slice(index, end + 1);
    const to = from + run.join('\n').length;
    const before = (lines[index - 1] ?? '').trim() === '' ? '' : '\n';
    const after = (lines[end + 1] ?? '').trim() === '' ? '' : '\n';
    found.push({ from, to, insert: before + linesToLists(run.join('\n')) + after, count: run.length });
    from = to + 1;
    index = end;
  }
  // One line alone may be a heading or a remark: only a bullet is surely an item.
  return found.filter(({ count, from }) => count > 1 || /^[ \t\u3000]*[・･•●]/.test(text.slice(from, from + 40)));
}

/** Which lines are code, fences included. */
export function codeLines(lines: readonly string[]): boolean[] {
  let isOpen = false;
  return lines.map((line) => {
    const isFence = /^ {0,3}(?:```|~~~)/.test(line);
    if (isFence) isOpen = !isOpen;
    return isOpen || isFence;
  });
}

/**
 * Enter in an empty item leaves the list, as in a word processor: from a deeper one to the item above, from the
 * outermost to a paragraph of its own, with an empty line between. An empty line of a quotation is left alike.
 */
export const leaveList: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  if (
    main.empty &&
    state.selection.ranges.length === 1 &&
    main.head === line.to &&
    /^(?:[ \t]*>)+[ \t]*$/.test(line.text)
  )
    return leaveQuotation(state, dispatch);
  const empty = /^((?:[ \t]*>)*)([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]*(?:\[[ xX]\][ \t]*)?$/.exec(line.text);
  if (!empty || !main.empty || state.selection.ranges.length > 1 || main.head < line.to) return false;
  const [, quote = '', indent = ''] = empty;
  const parent = indent === '' ? undefined : findParent(state, line.number, quote, indent.length);
  const above =
    line.number > 1
      ? state.doc
          .line(line.number - 1)
          .text.slice(quote.length)
          .trim()
      : '';
  const gap = quote === '' ? '' : `${quote} `;
  const insert = parent ?? (above === '' ? gap : `${gap.trimEnd()}\n${gap}`);
  // What follows would be taken for a part of the sentence that is written here: numbers, and lines without a sign.
  const below =
    line.number < state.doc.lines
      ? state.doc
          .line(line.number + 1)
          .text.slice(quote.length)
          .trim()
      : '';
  const apart = parent !== undefined || below === '' ? '' : `\n${gap.trimEnd()}`;
  dispatch(
    state.update({
      changes: { from: line.from, to: line.to, insert: insert + apart },
      selection: EditorSelection.cursor(line.from + insert.length),
      scrollIntoView: true,
      userEvent: 'input',
    }),
  );
  return true;
};

function leaveQuotation(state: EditorState, dispatch: (transaction: Transaction) => void): true {
  const line = state.doc.lineAt(state.selection.main.head);
  const outside = dropTrailing(line.text.slice(0, line.text.lastIndexOf('>')), ' \t');
  const textOf = (number: number) => (number >= 1 && number <= state.doc.lines ? state.doc.line(number).text : '');
  const isAlone = (text: string) => /^[ \t>]*$/.test(text);
  const gap = outside === '' ? '' : `${outside} `;
  const insert = isAlone(textOf(line.number - 1)) ? gap : `${outside}\n${gap}`;
  const apart = isAlone(textOf(line.number + 1)) ? '' : `\n${outside}`;
  dispatch(
    state.update({
      changes: { from: line.from, to: line.to, insert: insert + apart },
      selection: EditorSelection.cursor(line.from + insert.length),
      scrollIntoView: true,
      userEvent: 'input',
    }),
  );
  return true;
}

/** The sign of the next item of the list that lies around this one. */
function findParent(state: EditorState, number: number, quote: string, width: number): string | undefined {
  for (let at = number - 1; at >= 1; at -= 1) {
    const { text } = state.doc.line(at);
    const item = /^((?:[ \t]*>)*)([ \t]*)([-*+]|(\d{1,9})([.)]))[ \t]+(\[[ xX]\][ \t]+)?/.exec(text);
    if (item && (item[2] ?? '').length < width) {
      const [, , indent = '', sign = '', count, mark = '', task] = item;
      return `${quote}${indent}${count === undefined ? sign : `${Number(count) + 1}${mark}`} ${task === undefined ? '' : '[ ] '}`;
    }
    if (!item && text.trim() !== '' && !/^\s/.test(text)) return undefined;
  }
  return undefined;
}

export interface TypedList {
  from: number;
  to: number;
  insert: string;
  count: number;
}

interface LineOfList {
  /** Behind the signs of quotations. */
  start: number;
  indent: string;
  /** Behind the spaces. */
  rest: string;
  sign: string;
  words: string;
}
