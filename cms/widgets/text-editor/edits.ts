import { EditorSelection, type ChangeSpec, type EditorState, type TransactionSpec } from '@codemirror/state';

/** What the toolbar's buttons do to a text, as pure functions of its state. */

/** Puts marks around what is selected, or takes them away where they stand already. */
export function toggleMarks(state: EditorState, mark: string, sample: string): TransactionSpec {
  return state.changeByRange((range) => {
    const text = state.sliceDoc(range.from, range.to);
    const outside = state.sliceDoc(range.from - mark.length, range.from) === mark && state.sliceDoc(range.to, range.to + mark.length) === mark;
    if (outside) {
      const changes = [
        { from: range.from - mark.length, to: range.from },
        { from: range.to, to: range.to + mark.length },
      ];
      return { changes, range: EditorSelection.range(range.from - mark.length, range.to - mark.length) };
    }
    const inside = text === '' ? sample : text;
    return { changes: { from: range.from, to: range.to, insert: mark + inside + mark }, range: EditorSelection.range(range.from + mark.length, range.from + mark.length + inside.length) };
  });
}

/** Makes the selected lines a list, or plain lines again. */
export function toggleList(state: EditorState, kind: 'bullet' | 'number'): TransactionSpec {
  const { from, to } = state.selection.main;
  const first = state.doc.lineAt(from).number;
  const last = state.doc.lineAt(to).number;
  const lines = Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index));
  const sign = kind === 'bullet' ? /^(\s*)[-*+] / : /^(\s*)\d+[.)] /;
  const anySign = /^(\s*)(?:[-*+]|\d+[.)]) /;
  const isList = lines.every(({ text }) => sign.test(text) || (text.trim() === '' && lines.length > 1));
  let count = 0;
  const changes: ChangeSpec[] = [];
  for (const { text, from: start } of lines) {
    if (text.trim() === '' && lines.length > 1) continue;
    const old = anySign.exec(text);
    const indent = old?.[1] ?? /^\s*/.exec(text)?.[0] ?? '';
    count += 1;
    changes.push({ from: start, to: start + (old?.[0].length ?? indent.length), insert: isList ? indent : `${indent}${kind === 'bullet' ? '-' : `${count}.`} ` });
  }
  return { changes, scrollIntoView: true };
}

/** Puts a block into the text with an empty line on each side, and selects what is to be written over. */
export function insertBlock(state: EditorState, block: string, sample?: string): TransactionSpec {
  const { from, to } = state.selection.main;
  const before = state.sliceDoc(Math.max(0, from - 2), from);
  const after = state.sliceDoc(to, to + 2);
  const lead = from === 0 || before === '\n\n' || (from === 1 && before === '\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = to === state.doc.length ? '\n' : after === '\n\n' ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const at = sample === undefined ? -1 : block.indexOf(sample);
  const start = from + lead.length + (at === -1 ? block.length : at);
  return { changes: { from, to, insert: lead + block + trail }, selection: EditorSelection.range(start, at === -1 ? start : start + (sample?.length ?? 0)), scrollIntoView: true };
}

/** A heading of the second level, one level deeper at each press, then plain again. */
export function cycleHeading(state: EditorState): TransactionSpec {
  const line = state.doc.lineAt(state.selection.main.from);
  const level = /^(#{2,4}) /.exec(line.text)?.[1]?.length ?? 0;
  const next = level === 0 ? '## ' : level === 2 ? '### ' : '';
  return { changes: { from: line.from, to: line.from + (level === 0 ? 0 : level + 1), insert: next } };
}

/** A mark at the cursor and its text at the end, with a number that is free. */
export function insertFootnote(state: EditorState, text: string): TransactionSpec {
  const used = new Set([...state.doc.toString().matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number)));
  let number = 1;
  while (used.has(number)) number += 1;
  const { to } = state.selection.main;
  const end = state.doc.length;
  const tail = state.sliceDoc(Math.max(0, end - 2), end);
  const lead = end === 0 || tail === '\n\n' ? '' : /\[\^\d+\]: [^\n]*\n?$/.test(state.doc.toString()) ? (tail.endsWith('\n') ? '' : '\n') : tail.endsWith('\n') ? '\n' : '\n\n';
  return { changes: [{ from: to, insert: `[^${number}]` }, { from: end, insert: `${lead}[^${number}]: ${text}\n` }], selection: EditorSelection.cursor(to + `[^${number}]`.length) };
}

export function writeTable(columns: number, rows: number): string {
  const line = (cell: (index: number) => string) => `| ${Array.from({ length: columns }, (_, index) => cell(index)).join(' | ')} |`;
  return [line((index) => `項目${index + 1}`), line(() => '---'), ...Array.from({ length: rows }, () => line(() => ''))].join('\n');
}

/** `[name](address)`, with the signs that would end it early escaped. */
export function writeLink(name: string, address: string): string {
  return `[${name.replace(/[[\]\\]/g, (sign) => `\\${sign}`)}](${address.replace(/[()\s]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))})`;
}
