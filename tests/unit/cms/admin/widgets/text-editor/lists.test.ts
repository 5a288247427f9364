import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { findTypedLists, leaveList, toggleList } from '../../../../../../cms/admin/widgets/text-editor/lists.ts';
import { findProblems } from '../../../../../../cms/admin/widgets/text-editor/problems.ts';
import { compileMdx } from '../../../../../../src/mdx/compile-mdx.ts';

/** `|` stands for the cursor, before and after; undefined where Enter is left to others. */
function enter(text: string): string | undefined {
  let after: string | undefined;
  leaveList({
    state: EditorState.create({ doc: text.replace('|', ''), selection: { anchor: text.indexOf('|') } }),
    dispatch: ({ state }) =>
      void (after = `${state.sliceDoc(0, state.selection.main.head)}|${state.sliceDoc(state.selection.main.head)}`),
  });
  return after;
}

describe('Enter in an empty item', () => {
  it.each([
    ['- 鍵\n- |', '- 鍵\n\n|'],
    ['1. 申請\n2. |\n\n次', '1. 申請\n\n|\n\n次'],
    // What stands below is no part of the sentence that is written now.
    ['1. 申請\n2. |\n3. 審査', '1. 申請\n\n|\n\n3. 審査'],
    ['- 鍵\n- |\n- 名札', '- 鍵\n\n|\n\n- 名札'],
    ['> 1. 申請\n> 2. |\n> 3. 審査', '> 1. 申請\n>\n> |\n>\n> 3. 審査'],
    ['- 鍵\n- |\n次の文', '- 鍵\n\n|\n\n次の文'],
    ['- [x] 鍵\n- [ ] |', '- [x] 鍵\n\n|'],
    ['> - 鍵\n> - |', '> - 鍵\n>\n> |'],
    ['- 鍵\n\n- |', '- 鍵\n\n|'],
    ['- |', '|'],
    ['> 引用\n> |', '> 引用\n\n|'],
    ['> 引用\n> |\n> 続き', '> 引用\n\n|\n\n> 続き'],
    ['> > 引用\n> > |', '> > 引用\n>\n> |'],
    ['> |', '|'],
    ['- 親\n  - 子\n  - |', '- 親\n  - 子\n- |'],
    ['1. 親\n   - 子\n   - |', '1. 親\n   - 子\n2. |'],
    ['- 一\n  - 二\n    - 三\n    - |', '- 一\n  - 二\n    - 三\n  - |'],
  ])('leaves the list: %j', (before, after) => expect(enter(before)).toBe(after));

  it.each(['- 鍵|', '- |鍵', '文|', '|- ', '---|'])('is something else: %j', (text) =>
    expect(enter(text)).toBeUndefined(),
  );
});

const listed = (text: string, kind: 'bullet' | 'number') => {
  const state = EditorState.create({ doc: text, selection: { anchor: 0, head: text.length } });
  return state.update(toggleList(state, kind)).state.doc.toString();
};

it('puts the list’s sign in the place of the one that was typed', () => {
  expect(listed('・鍵\n・名札', 'bullet')).toBe('- 鍵\n- 名札');
  expect(listed('①申請\n②審査', 'number')).toBe('1. 申請\n2. 審査');
  expect(listed('（１）申請\n（２）審査', 'bullet')).toBe('- 申請\n- 審査');
  expect(listed('- ・鍵\n- ●名札', 'bullet')).toBe('- 鍵\n- 名札');
  expect(listed('- 鍵\n- 名札', 'bullet')).toBe('鍵\n名札');
});

it.each([
  ['deeper items', '- 甲\n  - 乙\n    - 丙\n  - 丁\n- 戊', 'number', '1. 甲\n   1. 乙\n      1. 丙\n   2. 丁\n2. 戊'],
  ['deeper numbers', '1. 甲\n   1. 乙\n2. 丙', 'bullet', '- 甲\n  - 乙\n- 丙'],
  ['signs that stand further in', '・甲\n　・乙\n・丙', 'number', '1. 甲\n   1. 乙\n2. 丙'],
  ['paragraphs that begin with a space', '　甲\n　乙', 'bullet', '- 甲\n- 乙'],
  ['a quotation', '> 甲\n> 乙', 'number', '> 1. 甲\n> 2. 乙'],
  ['a heading', '## 持ち物\n鍵', 'bullet', '- 持ち物\n- 鍵'],
  [
    'tags and tables, which stay',
    '<Note>\n\n甲\n\n</Note>\n\n| 乙 | 丙 |\n| - | - |',
    'bullet',
    '<Note>\n\n- 甲\n\n</Note>\n\n| 乙 | 丙 |\n| - | - |',
  ],
] as const)('makes a list of %s', (_name, text, kind, expected) => {
  expect(listed(text, kind)).toBe(expected);
  expect(compileMdx(expected, { basePath: '/' }).problems).toEqual([]);
});

it('makes plain lines of a list in a quotation', () => expect(listed('> - 甲\n> - 乙', 'bullet')).toBe('> 甲\n> 乙'));

describe('one click', () => {
  const clicked = (text: string) => {
    const fix = findProblems(text).find((problem) => problem.fix)?.fix;
    return fix && { label: fix.label, text: text.slice(0, fix.from) + fix.insert + text.slice(fix.to) };
  };

  it('makes a list of what was typed as one', () => {
    expect(clicked('持ち物\n・鍵\n・名札\n以上')).toEqual({
      label: '箇条書きにする',
      text: '持ち物\n\n- 鍵\n- 名札\n\n以上',
    });
    expect(clicked('１．目的\n（１）対象\n２．日時')?.text).toBe('1. 目的\n   1. 対象\n2. 日時');
    expect(findProblems('・鍵\n・名札').some(({ stops }) => stops)).toBe(false);
  });

  it('finds each of several lists, and none in code or in a single numbered line', () => {
    expect(findTypedLists('①一\n②二\n\n文\n\n・三').map(({ insert }) => insert)).toEqual(['1. 一\n2. 二', '- 三']);
    expect(findTypedLists('```\n・a\n・b\n```\n（１）だけ\n\n- 一\n- 二')).toEqual([]);
  });

  it('ends an address where Japanese begins', () => {
    expect(clicked('様式はhttps://example.jp/fm/を見て')).toEqual({
      label: 'アドレスの終わりを直す',
      text: '様式はhttps://example.jp/fm/ を見て',
    });
    expect(findProblems(clicked('（https://example.jp/fm）')?.text ?? '')).toEqual([]);
    expect(clicked('一\n\nhttps://example.jp/a。\nhttps://example.jp/b、')?.text).toBe(
      '一\n\n[https://example.jp/a](https://example.jp/a)。\nhttps://example.jp/b、',
    );
  });
});
