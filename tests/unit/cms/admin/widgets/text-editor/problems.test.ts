import { describe, expect, it } from 'vitest';
import { findFixAgain, findProblems } from '../../../../../../cms/admin/widgets/text-editor/problems.ts';

describe('a fix of a text that has changed since', () => {
  const before = '・鍵\n・名札\nhttps://example.jp/を見る';
  const fix = findProblems(before).find(({ fix }) => fix?.label === 'アドレスの終わりを直す')?.fix;
  const again = (text: string) => fix && findFixAgain(fix, findProblems(text));

  it('is found where it now is', () => {
    const after = '持ち物は次のとおり。\n\n- 鍵\n- 名札\n\nhttps://example.jp/を見る';
    const { from = 0, to = 0, insert } = again(after) ?? {};
    expect(after.slice(from, to)).toBe('https://example.jp/');
    expect(insert).toBe('https://example.jp/ ');
  });
  it('is the one that does the same, of several', () => {
    const after = 'https://example.org/aを見る\n\nhttps://example.jp/を見る';
    expect(again(after)?.insert).toBe('https://example.jp/ ');
  });
  it('is none where somebody has mended it', () => expect(again('https://example.jp/ を見る')).toBeUndefined());
});

it('mends an address in angles with one click', () => {
  const text = '詳細は<https://example.jp/a_b>を見る';
  const [fix] = findProblems(text).flatMap((problem) => problem.fix ?? []);
  expect(findProblems(text)).toHaveLength(1);
  expect(fix).toEqual({
    label: 'アドレスの終わりを直す',
    from: 3,
    to: 27,
    insert: '[https://example.jp/a\\_b](https://example.jp/a_b)',
  });
});
