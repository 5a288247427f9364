import { expect, it } from 'vitest';
import { toMatchingKey, toMatchingKeyWithOrigin, toWordKey } from '../../../src/text/matching-key.ts';

it.each([
  ['引っ越しの手続き', '引越しの手続き'],
  ['サーバーの故障', 'さーばの故障'],
  ['ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ', 'まいなんばーかーど'],
  ['取り扱い', '取扱い'],
])('reads %s as %s', (text, key) => expect(toMatchingKey(text)).toBe(key));

it('takes every spelling of a word for one', () => {
  expect(new Set(['引越し', '引っ越し', '引越'].map(toWordKey)).size).toBe(1);
  expect(toWordKey('サーバ')).toBe(toWordKey('サーバー'));
});

it('keeps the okurigana of a word of one kanji', () => expect(toWordKey('無くし')).toBe('無くし'));

it('knows the stretch of the text behind each letter', () => {
  const text = 'いつ引っ越しますか';
  const key = toMatchingKeyWithOrigin(text);
  const place = key.text.indexOf('引越');
  expect(text.slice(key.starts[place], key.ends[place + 1])).toBe('引っ越');
});
