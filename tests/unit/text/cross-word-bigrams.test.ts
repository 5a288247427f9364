import { describe, expect, it } from 'vitest';
import { isCrossWordBigram } from '../../../src/text/cross-word-bigrams.ts';
import { tokenise } from '../../../src/text/tokenise.ts';

const ties = (text: string): string[] =>
  tokenise(text).flatMap((word) => word.tokens.flatMap((token) => (isCrossWordBigram(token.kind) ? [token.text] : [])));
const tokens = (text: string): string[] => tokenise(text).flatMap((word) => word.tokens.map((token) => token.text));

describe('words that stand together', () => {
  it.each([
    ['庁舎の移転', ['舎移']],
    ['庁舎 移転', ['舎移']],
    ['キャンセル料', ['る料']],
    ['1月31日', ['1月31']],
    ['令和8年1月', ['2026年1']],
    ['ごみ袋', ['み袋']],
    ['けが人', ['が人']],
    ['震度5', ['震度5']],
  ])('%s are tied by %j', (text, expected) => expect(ties(text)).toEqual(expected));

  it.each(['庁舎を移転', '庁舎と移転', 'ワクチンの接種', '生成AI', 'ごみの分別', '庁舎。移転', ''])(
    '%s are not',
    (text) => expect(ties(text)).toEqual([]),
  );

  it('gives a phrase with の the pairs of the compound', () => {
    const written = new Set(tokens('津波の避難場所'));
    expect(['津波', '波避', '避難', '難場', '場所'].every((pair) => written.has(pair))).toBe(true);
  });
});
