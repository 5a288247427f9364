import { expect, it } from 'vitest';
import { describeEntry } from '../../../../../cms/admin/dialogs/describe-entry.ts';
import { hasTags, toReaderText } from '../../../../../cms/admin/dialogs/reader-text.ts';
import { sayQuestion } from '../../../../../cms/admin/dialogs/plain-questions.ts';
import { ja } from '../../../../../cms/admin/locale/ja.ts';
import { qaText } from '../../../../cms-server/sample-repository.ts';

it.each([
  ['<Checklist title="開庁前日">', '【チェックリスト：開庁前日】'],
  ['</Checklist>', '【チェックリスト ここまで】'],
  ['<Steps>', '【手順】'],
  ['<Figure src="/images/plan.png" alt="平面図" width="20" height="10" />', '【図：平面図】'],
  ['## 進め方', '■ 進め方'],
  ['- **鍵**を返す', '・鍵を返す'],
  ['  - [x] 鍵', '  ・鍵'],
  ['| 係 | 数 |', '係　数'],
  ['[総務省](https://www.soumu.go.jp/)を見る', '総務省（https://www.soumu.go.jp/）を見る'],
  ['5 \\* 3', '5 * 3'],
  ['1. 数える', '1. 数える'],
  ['理由です。[^1]', '理由です。（注1）'],
  ['a < b と <Other>', 'a < b と <Other>'],
])('shows %s as a reader sees it', (written, read) => expect(toReaderText(written)).toBe(read));

it('leaves out the row of a table that only aligns, and nothing else', () => {
  expect(toReaderText('| 係 | 数 |\n| --- | ---: |\n| 机 | 10 |\n\n---\n')).toBe('係　数\n机　10\n\n---\n');
  expect(hasTags('- 鍵\n</Checklist>')).toBe(true);
  expect(hasTags('5 < 6 と 7 > 6')).toBe(false);
});

it('shows an entry by labels and names of choices, without a key of its file', () => {
  const text = qaText('aaaa2222', { extra: 'related:\n  - bbbb3333\n', body: '<Note>\n\n**補足**です。\n\n</Note>' });
  const lines = describeEntry('content/qa/gifu/aaaa2222.mdx', text).split('\n');
  expect(lines).toContain('回答（1番目）');
  expect(lines.map((line) => line.trim())).toEqual(
    expect.arrayContaining(['状態：有効', '由来：作例', '【補足】', '補足です。']),
  );
  expect(lines.join('').replace(/aaaa2222|bbbb3333|office-move|ID/g, '')).not.toMatch(/[A-Za-z]|---/);
});

it('asks only what is true of the entry at hand', () => {
  const { onDeleteUnpublishedChanges: drop, onDeletePublishedEntry: remove } = ja.editor.editor;
  expect(sayQuestion(drop, { isPublished: true, hasStatus: true })).toContain('公開中の内容はそのまま残ります');
  expect(sayQuestion(drop, { isPublished: false, hasStatus: true })).not.toContain('公開中');
  expect(sayQuestion(remove, { isPublished: true, hasStatus: true })).toContain('取り下げ');
  expect(sayQuestion(remove, { isPublished: true, hasStatus: false })).not.toContain('取り下げ');
  expect(
    sayQuestion('庁舎 写真.jpg already exists. Do you want to replace it?', { isPublished: true, hasStatus: true }),
  ).toMatch(/「庁舎 写真.jpg」.*すでに/);
  expect(sayQuestion('Really?', { isPublished: true, hasStatus: true })).not.toMatch(/[A-Za-z]/);
});
