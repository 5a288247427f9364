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
} from '../../../cms/widgets/text-editor/edits.ts';
import { findProblems } from '../../../cms/widgets/text-editor/problems.ts';

/** `[` and `]` stand for the ends of the selection. */
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
    expect(state.update(insertFootnote(state, '二')).state.doc.toString()).toBe('文[^2][^1]。\n\n[^1]: 一\n[^2]: 二\n');
  });

  it('goes through the levels of a heading', () => {
    expect(after('[]題', cycleHeading)).toBe('## 題');
    expect(after('## []題', cycleHeading)).toBe('### 題');
    expect(after('### []題', cycleHeading)).toBe('題');
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
