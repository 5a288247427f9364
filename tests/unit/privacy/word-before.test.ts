import { describe, expect, it } from 'vitest';
import { readWordBefore } from '../../../src/privacy/word-before.ts';

describe('the word before a place in a text', () => {
  it.each([
    ['昨日、田中', { stem: '田中' }],
    ['の山田 太郎', { family: '山田', stem: '太郎' }],
    ['山田さくら', { stem: '山田', kana: 'さくら' }],
    ['の、タナカ', { katakana: 'タナカ' }],
    ['「たなか', { hiragana: 'たなか' }],
    ['𠮷野', { stem: '𠮷野' }],
    ['田中、', undefined],
    ['', undefined],
  ])('is read from %s', (text, word) => {
    expect(readWordBefore(text, text.length)).toEqual(word);
  });
});
