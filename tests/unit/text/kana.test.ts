import { expect, it } from 'vitest';
import { toHiragana, toKatakana } from '../../../src/text/kana.ts';

it('turns one kana into the other, and leaves everything else', () => {
  expect(toHiragana('ゴミ収集ヴォー・ABC')).toBe('ごみ収集ゔぉー・ABC');
  expect(toKatakana('ごみ収集ゔぉー・ABC')).toBe('ゴミ収集ヴォー・ABC');
});
