import { EditorState, type TransactionSpec } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import {
  cycleHeading,
  insertBlock,
  insertFootnote,
  toggleList,
  toggleMarks,
  writeLink,
  writeTable,
} from '../../../../../../cms/admin/widgets/text-editor/edits.ts';
import { findProblems } from '../../../../../../cms/admin/widgets/text-editor/problems.ts';

/** Applies `edit` with the cursor at `cursor`, and returns the new text with the cursor shown in it. */
function withCursor(text: string, edit: (state: EditorState) => TransactionSpec, cursor = '|'): string {
  const state = EditorState.create({ doc: text.replace(cursor, ''), selection: { anchor: text.indexOf(cursor) } });
  const { doc, selection } = state.update(edit(state)).state;
  return `${doc.sliceString(0, selection.main.head)}${cursor}${doc.sliceString(selection.main.head)}`;
}

/** Applies `edit` to what is selected between `[` and `]`, and returns the new text. */
function after(text: string, edit: (state: EditorState) => TransactionSpec): string {
  const from = text.indexOf('[');
  const to = text.indexOf(']') - 1;
  const state = EditorState.create({ doc: text.replace(/[[\]]/g, ''), selection: { anchor: from, head: to } });
  return state.update(edit(state)).state.doc.toString();
}

describe('the toolbar', () => {
  it('puts marks around words and takes them away', () => {
    expect(after('ここを[太く]する', (state) => toggleMarks(state, '**', '太字'))).toBe('ここを**太く**する');
    expect(after('ここを**[太く]**する', (state) => toggleMarks(state, '**', '太字'))).toBe('ここを太くする');
    expect(after('[]', (state) => toggleMarks(state, '**', '太字'))).toBe('**太字**');
  });

  it('makes lines a list, another list, and lines again', () => {
    expect(after('[一\n二]', (state) => toggleList(state, 'bullet'))).toBe('- 一\n- 二');
    expect(after('[- 一\n- 二]', (state) => toggleList(state, 'number'))).toBe('1. 一\n2. 二');
    expect(after('[1. 一\n2. 二]', (state) => toggleList(state, 'number'))).toBe('一\n二');
  });

  it('puts a block between empty lines', () => {
    expect(after('前[]', (state) => insertBlock(state, '<X>'))).toBe('前\n\n<X>\n');
    expect(after('前\n[]\n後', (state) => insertBlock(state, '<X>'))).toBe('前\n\n<X>\n\n後');
  });

  it('numbers footnotes by what is free', () => {
    const state = EditorState.create({ doc: '文[^1]。\n\n[^1]: 一\n', selection: { anchor: 1 } });
    const numbered = '文[^2][^1]。\n\n[^1]: 一\n[^2]: 二\n\n';
    expect(state.update(insertFootnote(state, '二')).state.doc.toString()).toBe(numbered);
    const third = EditorState.create({ doc: numbered });
    expect(third.update(insertFootnote(third, '三')).state.doc.toString()).toBe(
      '[^3]文[^2][^1]。\n\n[^1]: 一\n[^2]: 二\n[^3]: 三\n\n',
    );
  });

  it('goes through the levels of a heading', () => {
    expect(after('[]題', cycleHeading)).toBe('## 題');
    expect(after('## []題', cycleHeading)).toBe('### 題');
    expect(after('### []題', cycleHeading)).toBe('題');
  });

  it.each([
    ['a heading', '|', cycleHeading, '## |'],
    ['a heading before words', '前\n\n|題', cycleHeading, '前\n\n## |題'],
    ['a deeper heading', '## |', cycleHeading, '### |'],
    ['no heading', '### |', cycleHeading, '|'],
    ['a list', '|', (state: EditorState) => toggleList(state, 'bullet'), '- |'],
    ['a list with numbers', '前\n\n|', (state: EditorState) => toggleList(state, 'number'), '前\n\n1. |'],
  ])('puts the cursor behind the marker of %s', (_name, before, edit, expected) => {
    expect(withCursor(before, edit)).toBe(expected);
  });

  it('puts the cursor outside of the table, quotation or footnote that was inserted', () => {
    const table = '| 机 | 12 |\n| --- | --- |\n| 椅子 | 30 |';
    const write = (text: string) => withCursor(text, (state) => insertBlock(state, table), '＿');
    expect(write('＿')).toBe(`${table}\n\n＿`);
    expect(write('前＿')).toBe(`前\n\n${table}\n\n＿`);
    expect(write('前\n\n＿\n\n後')).toBe(`前\n\n${table}\n\n＿後`);
    expect(withCursor('＿', (state) => insertBlock(state, '> 引用'), '＿')).toBe('> 引用\n\n＿');
    expect(after('文[]', (state) => insertFootnote(state, '一'))).toBe('文[^1]\n\n[^1]: 一\n\n');
  });

  it('writes links and tables that hold', () => {
    expect(writeLink('a]b', 'https://example.jp/(x) y')).toBe('[a\\]b](https://example.jp/%28x%29%20y)');
    expect(writeTable(2, 1)).toBe('| 項目1 | 項目2 |\n| --- | --- |\n|  |  |');
  });
});

describe('what is wrong with a text', () => {
  it('is said at its place', () => {
    const text = '一行目\n\n<script>x</script>';
    const [problem] = findProblems(text);
    expect(problem).toMatchObject({ severity: 'error', stops: true });
    expect(text.slice(problem?.from, problem?.to)).toContain('<script>');
  });

  it('stops for a My Number and 外字, and leaves the rest to the editor’s reason', () => {
    expect(findProblems('番号は123456789018です').some(({ stops }) => stops)).toBe(true);
    expect(findProblems('\uE000').some(({ stops }) => stops)).toBe(true);
    const phone = findProblems('電話は058-272-1111です');
    expect(phone).toHaveLength(1);
    expect(phone.some(({ stops }) => stops)).toBe(false);
  });

  it('is nothing for a plain text', () => expect(findProblems('## 見出し\n\n- 一\n')).toEqual([]));
});
