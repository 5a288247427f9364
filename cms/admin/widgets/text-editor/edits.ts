import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';
import { countTrailing } from '../../../../src/text/trailing.ts';
import { cursorBehind } from './cursor-behind.ts';
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
  // Whatever is written right below a table or a quotation would become a part of it.
  const isOpen = /^[|>]/.test(block.slice(block.lastIndexOf('\n') + 1));
  const trail =
    to === state.doc.length ? (isOpen ? '\n\n' : '\n') : after === '\n\n' ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const at = sample === undefined ? -1 : block.indexOf(sample);
  const end = block.length + (isOpen ? '\n\n'.length : 0);
  const start = from + lead.length + (at === -1 ? end : at);
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
  const changes = state.changes({ from: line.from, to: line.from + (level === 0 ? 0 : level + 1), insert: next });
  return { changes, ...cursorBehind(state, changes) };
}

/** A mark at the cursor and its text at the end, with a number that is free and room for what is written below. */
export function insertFootnote(state: EditorState, words: string): TransactionSpec {
  const used = new Set([...state.doc.toString().matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number)));
  let number = 1;
  while (used.has(number)) number += 1;
  const { to } = state.selection.main;
  const text = state.doc.toString();
  const from = Math.max(to, text.length - countTrailing(text, '\n'));
  const isBelowAnother = from > to && /(?:^|\n)\[\^\d+\]: [^\n]*$/.test(text.slice(0, from));
  return {
    changes: [
      { from: to, insert: `[^${number}]` },
      { from, to: text.length, insert: `${isBelowAnother ? '\n' : '\n\n'}[^${number}]: ${words}\n\n` },
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
