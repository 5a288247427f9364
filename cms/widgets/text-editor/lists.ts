import { EditorSelection, type ChangeSpec, type EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state';
import { linesToLists, readSigns } from '../../paste/lines-to-lists.ts';
import { readListSign } from '../../paste/list-signs.ts';

/** Makes the selected lines a list, or plain lines again. A sign such as `・` or `①` gives way to that of the list. */
export function toggleList(state: EditorState, kind: 'bullet' | 'number'): TransactionSpec {
  const { from, to } = state.selection.main;
  const first = state.doc.lineAt(from).number;
  const last = state.doc.lineAt(to).number;
  const lines = Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index));
  const sign = kind === 'bullet' ? /^(\s*)[-*+] / : /^(\s*)\d+[.)] /;
  const anySign = /^(\s*)(?:[-*+]|\d+[.)]) /;
  const isItem = (text: string) => sign.test(text) && !readListSign(text.replace(anySign, ''));
  const isList = lines.every(({ text }) => isItem(text) || (text.trim() === '' && lines.length > 1));
  let count = 0;
  const changes: ChangeSpec[] = [];
  for (const { text, from: start } of lines) {
    if (text.trim() === '' && lines.length > 1) continue;
    const old = anySign.exec(text);
    const typed = isList ? undefined : readListSign(text);
    const indent = old?.[1] ?? /^[ \t]*/.exec(text)?.[0] ?? '';
    // Behind the sign of a list a second one may stand, as `- ・` after a paste.
    const behind = old && !isList ? (readListSign(text.slice(old[0].length))?.length ?? 0) : 0;
    const length = old ? old[0].length + behind : (typed?.length ?? indent.length);
    count += 1;
    changes.push({ from: start, to: start + length, insert: isList ? indent : `${indent}${kind === 'bullet' ? '-' : `${count}.`} ` });
  }
  return { changes, scrollIntoView: true };
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
    while (end + 1 < lines.length && (signs[end + 1] || (/^[ \t\u3000]+\S/.test(lines[end + 1] ?? '') && !isCode[end + 1]))) end += 1;
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
 * Enter in an empty item leaves the list, as in a word processor: from a deeper one to the item above, from the outermost
 * to a paragraph of its own, with an empty line between.
 */
export const leaveList: StateCommand = ({ state, dispatch }) => {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  const empty = /^((?:[ \t]*>)*)([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]*(?:\[[ xX]\][ \t]*)?$/.exec(line.text);
  if (!empty || !main.empty || state.selection.ranges.length > 1 || main.head < line.to) return false;
  const [, quote = '', indent = ''] = empty;
  const parent = indent === '' ? undefined : findParent(state, line.number, quote, indent.length);
  const above = line.number > 1 ? state.doc.line(line.number - 1).text.slice(quote.length).trim() : '';
  const gap = quote === '' ? '' : `${quote} `;
  const insert = parent ?? (above === '' ? gap : `${gap.trimEnd()}\n${gap}`);
  dispatch(
    state.update({
      changes: { from: line.from, to: line.to, insert },
      selection: EditorSelection.cursor(line.from + insert.length),
      scrollIntoView: true,
      userEvent: 'input',
    }),
  );
  return true;
};

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
