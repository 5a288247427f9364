import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { findTypedLists, leaveList, toggleList } from '../../../cms/widgets/text-editor/lists.ts';
import { findProblems } from '../../../cms/widgets/text-editor/problems.ts';

/** `|` stands for the cursor, before and after; undefined where Enter is left to others. */
function enter(text: string): string | undefined {
  let after: string | undefined;
  leaveList({
    state: EditorState.create({ doc: text.replace('|', ''), selection: { anchor: text.indexOf('|') } }),
    dispatch: ({ state }) => void (after = `${state.sliceDoc(0, state.selection.main.head)}|${state.sliceDoc(state.selection.main.head)}`),
  });
  return after;
}

describe('Enter in an empty item', () => {
  it.each([
    ['- 鍵\n- |', '- 鍵\n\n|'],
    ['1. 申請\n2. |\n\n次', '1. 申請\n\n|\n\n次'],
    ['- [x] 鍵\n- [ ] |', '- [x] 鍵\n\n|'],
    ['> - 鍵\n> - |', '> - 鍵\n>\n> |'],
    ['- 鍵\n\n- |', '- 鍵\n\n|'],
    ['- |', '|'],
    ['- 親\n  - 子\n  - |', '- 親\n  - 子\n- |'],
    ['1. 親\n   - 子\n   - |', '1. 親\n   - 子\n2. |'],
    ['- 一\n  - 二\n    - 三\n    - |', '- 一\n  - 二\n    - 三\n  - |'],
  ])('leaves the list: %j', (before, after) => expect(enter(before)).toBe(after));

  it.each(['- 鍵|', '- |鍵', '文|', '|- ', '---|'])('is something else: %j', (text) => expect(enter(text)).toBeUndefined());
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

describe('one click', () => {
  const clicked = (text: string) => {
    const fix = findProblems(text).find((problem) => problem.fix)?.fix;
    return fix && { label: fix.label, text: text.slice(0, fix.from) + fix.insert + text.slice(fix.to) };
  };

  it('makes a list of what was typed as one', () => {
    expect(clicked('持ち物\n・鍵\n・名札\n以上')).toEqual({ label: '箇条書きにする', text: '持ち物\n\n- 鍵\n- 名札\n\n以上' });
    expect(clicked('１．目的\n（１）対象\n２．日時')?.text).toBe('1. 目的\n   1. 対象\n2. 日時');
    expect(findProblems('・鍵\n・名札').some(({ stops }) => stops)).toBe(false);
  });

  it('finds each of several lists, and none in code or in a single numbered line', () => {
    expect(findTypedLists('①一\n②二\n\n文\n\n・三').map(({ insert }) => insert)).toEqual(['1. 一\n2. 二', '- 三']);
    expect(findTypedLists('```\n・a\n・b\n```\n（１）だけ\n\n- 一\n- 二')).toEqual([]);
  });

  it('ends an address where Japanese begins', () => {
    expect(clicked('様式はhttps://example.jp/fm/を見て')).toEqual({ label: 'アドレスの終わりを直す', text: '様式はhttps://example.jp/fm/ を見て' });
    expect(findProblems(clicked('（https://example.jp/fm）')?.text ?? '')).toEqual([]);
    expect(clicked('一\n\nhttps://example.jp/a。\nhttps://example.jp/b、')?.text).toBe('一\n\n[https://example.jp/a](https://example.jp/a)。\nhttps://example.jp/b、');
  });
});
