import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';
import { toggleBold } from './marks.ts';

/**
 * What the toolbar's buttons do to a text, as pure functions of its state; lists and bold words have files of their
 * own.
 */

export { toggleList } from './lists.ts';

/** Puts marks around what is selected, or takes them away where they stand already. */
export function toggleMarks(state: EditorState, _mark: '**', sample: string): TransactionSpec {
  return toggleBold(state, sample);
}

/** Puts a block into the text with an empty line on each side, and selects what is to be written over. */
export function insertBlock(state: EditorState, block: string, sample?: string): TransactionSpec {
  const { from, to } = state.selection.main;
  const before = state.sliceDoc(Math.max(0, from - 2), from);
  const after = state.sliceDoc(to, to + 2);
  const lead =
    from === 0 || before === '\n\n' || (from === 1 && before === '\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = to === state.doc.length ? '\n' : after === '\n\n' ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const at = sample === undefined ? -1 : block.indexOf(sample);
  const start = from + lead.length + (at === -1 ? block.length : at);
  return {
    changes: { from, to, insert: lead + block + trail },
    selection: EditorSelection.range(start, at === -1 ? start : start + (sample?.length ?? 0)),
    scrollIntoView: true,
  };
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
  const lead =
    end === 0 || tail === '\n\n'
      ? ''
      : /\[\^\d+\]: [^\n]*\n?$/.test(state.doc.toString())
        ? tail.endsWith('\n')
          ? ''
          : '\n'
        : tail.endsWith('\n')
          ? '\n'
          : '\n\n';
  return {
    changes: [
      { from: to, insert: `[^${number}]` },
      { from: end, insert: `${lead}[^${number}]: ${text}\n` },
    ],
    selection: EditorSelection.cursor(to + `[^${number}]`.length),
  };
}

export function writeTable(columns: number, rows: number): string {
  const line = (cell: (index: number) => string) =>
    `| ${Array.from({ length: columns }, (_, index) => cell(index)).join(' | ')} |`;
  return [
    line((index) => `項目${index + 1}`),
    line(() => '---'),
    ...Array.from({ length: rows }, () => line(() => '')),
  ].join('\n');
}

/** `[name](address)`, with the signs that would end it early escaped. */
export function writeLink(name: string, address: string): string {
  return `[${name.replace(/[[\]\\]/g, (sign) => `\\${sign}`)}](${address.replace(/[()\s]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))})`;
}
