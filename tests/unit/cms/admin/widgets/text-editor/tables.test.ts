import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { findProblems } from '../../../../../../cms/admin/widgets/text-editor/problems.ts';
import { fitRows, leaveTable, linesToRows } from '../../../../../../cms/admin/widgets/text-editor/tables.ts';
import { compileMdx } from '../../../../../../src/mdx/compile-mdx.ts';
import { components } from '../../../../../../src/mdx/components.ts';

/** `＿` stands for the cursor, before and after; undefined where Enter is left to others. */
function enter(text: string): string | undefined {
  let after: string | undefined;
  leaveTable({
    state: EditorState.create({ doc: text.replace('＿', ''), selection: { anchor: text.indexOf('＿') } }),
    dispatch: ({ state }) =>
      void (after = `${state.sliceDoc(0, state.selection.main.head)}＿${state.sliceDoc(state.selection.main.head)}`),
  });
  return after;
}

const head = '| 物 | 数 |\n| --- | --- |';

describe('Enter in a table', () => {
  it.each([
    ['the end of a row', `${head}\n| 机 | 12 |＿`, `${head}\n| 机 | 12 |\n| ＿ |  |`],
    ['the middle of a row', `${head}\n| 机＿ | 12 |\n| 棚 | 3 |`, `${head}\n| 机 | 12 |\n| ＿ |  |\n| 棚 | 3 |`],
    ['the heads of columns', `| 物 | 数 |＿\n| --- | --- |\n| 机 | 12 |`, `${head}\n| ＿ |  |\n| 机 | 12 |`],
    ['a table of one column', '| 物 |\n| :-: |\n| 机 |＿', '| 物 |\n| :-: |\n| 机 |\n| ＿ |'],
  ])('begins a row below from %s', (_name, before, after) => expect(enter(before)).toBe(after));

  it.each([
    ['at the end', `${head}\n| 机 | 12 |\n| ＿ |  |`, `${head}\n| 机 | 12 |\n\n＿`],
    ['before a sentence', `${head}\n| 机 | 12 |\n|  |  |＿\n\n次`, `${head}\n| 机 | 12 |\n\n＿\n\n次`],
    ['before a line right below', `${head}\n| ＿ |  |\n次`, `${head}\n\n＿\n\n次`],
  ])('leaves it from an empty row %s', (_name, before, after) => expect(enter(before)).toBe(after));

  it.each([
    '文＿',
    `＿${head}`,
    '| ひとつ | ふたつ |＿',
    `${head}\n| 机 | 12 |\n\n文＿`,
    '```\n| 物 |\n| - |\n| 机 |＿\n```',
  ])('is something else: %j', (text) => expect(enter(text)).toBeUndefined());
});

describe('a line that a block above takes for its own', () => {
  it.each([
    ['表', `${head}\n| 机 | 12 |`],
    ['引用', '> 引用した文'],
    ['脚注', '文[^1]\n\n[^1]: 根拠'],
  ])('is put outside of it with one click: %s', (name, block) => {
    const text = `${block}\n続きの文。`;
    const problem = findProblems(text).find(({ fix }) => fix?.label === `${name}の外に出す`);
    expect(problem).toMatchObject({ severity: 'info', stops: false });
    const { from, to, insert } = problem?.fix ?? { from: 0, to: 0, insert: '' };
    const mended = text.slice(0, from) + insert + text.slice(to);
    expect(mended).toBe(`${block}\n\n続きの文。`);
    expect(findProblems(mended)).toEqual([]);
  });

  it.each([
    `${head}\n| 机 | 12 |\n\n文`,
    `${head}\n机 | 12`,
    `${head}\n| 机 | 12 |\n- 鍵`,
    `<Flow title="題">\n\n${head}\n| 机 | 12 |\n\n</Flow>\n文`,
    '> 一行目\n> 二行目',
    '文[^1]と[^2]\n\n[^1]: 一\n[^2]: 二',
    '```\n> 記号\n文\n```',
  ])('is none of these: %j', (text) =>
    expect(findProblems(text).filter(({ fix }) => fix?.label.endsWith('の外に出す'))).toEqual([]),
  );
});

it('makes rows of lines, so that no word is lost where a table is wanted', () => {
  const sample = '| 時期 | すること |\n| --- | --- |\n| 3か月前 | 先にすること |';
  expect(linesToRows('- 3か月前：見積り\n- 前日　鍵を配る\n\n8:30 集まる\n名札を配る', sample)).toBe(
    [
      '| 時期 | すること |',
      '| --- | --- |',
      '| 3か月前 | 見積り |',
      '| 前日 | 鍵を配る |',
      '| 8:30 | 集まる |',
      '| 名札を配る |  |',
    ].join('\n'),
  );
  const rows = linesToRows('入口：案内\n受付', '| 場所 | すること |\n| --- | --- |\n| 入口 | 案内する |');
  expect(compileMdx(`<Flow title="題">\n\n${rows}\n\n</Flow>`, { basePath: '/' }).problems).toEqual([]);
});

it.each(['1 1 2 / 1 1 3', '1 2', '1 2 3 / 4 5 5'])('begins a table with as many rooms as a plan has: %j', (plan) => {
  const [, sample = ''] = /^<[^>]*>\n\n([\s\S]*)\n\n<\//.exec(components.Rooms.snippet) ?? [];
  const text = `<Rooms title="部屋" plan="${plan}">\n\n${fitRows(sample, plan)}\n\n</Rooms>`;
  expect(compileMdx(text, { basePath: '/' }).problems).toEqual([]);
});
