import { describe, expect, it } from 'vitest';
import { normaliseVisible, withoutMarks } from '../../../src/privacy/as-read.ts';
import { endOf, startOf } from '../../../src/privacy/view.ts';

describe('a text as it is read', () => {
  it.each([
    ['zero-width characters', '0\u200b9\u200d0', '090'],
    ['bidirectional control characters', '\u202e090\u202c', '090'],
    ['full width', '０９０－１', '090-1'],
    ['half-width kana', 'ﾀﾅｶ、ｶﾞ', 'タナカ、ガ'],
    ['mathematical digits', '\u{1d7ce}\u{1d7d7}', '09'],
    ['the variant of a kanji', '葛\u{e0100}城', '葛城'],
  ])('normalises %s', (_what, written, read) => {
    expect(normaliseVisible(written).text).toBe(read);
  });

  it.each([
    ['bold', '**090**-1', '090-1'],
    ['code and strike-through', '`090`~~-~~1', '090-1'],
    ['tags within a line', '<b>090</b>-<em class="a">1</em>', '090-1'],
    ['tags of cells', '<td>058</td><td>272</td>', '\n058\n\n272\n'],
    ['a link', '[090](https://example.jp/)-1', '090-1'],
    ['character references', '090&#45;1&#x2d;2&commat;', '090-1-2@'],
    ['comments', '090<!-- a -->-{/* b */}1', '090-1'],
  ])('removes the markup of %s', (_what, written, read) => {
    expect(withoutMarks({ text: written }).text).toBe(read);
  });

  it.each(['2*3*4', 'taro_gifu', '1 < 2', '<@U0123ABC>'])('keeps %s', (text) => {
    expect(withoutMarks({ text }).text).toBe(text);
  });

  it('knows where each character was written', () => {
    const written = '字\u{e0100}は**090**&#45;1';
    const view = withoutMarks(normaliseVisible(written));
    const at = view.text.indexOf('090');
    // `endOf` includes the character: here the dash, which is written as a reference.
    expect(written.slice(startOf(view, at), endOf(view, at + '090'.length))).toBe('090**&#45;');
  });
});
