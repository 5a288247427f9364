import { describe, expect, it } from 'vitest';
import { makeKanaWords, tokenise } from '../../../src/text/tokenise.ts';

const tokens = (text: string, kana: string[] = []) => tokenise(text, makeKanaWords(kana)).flatMap((word) => word.tokens.map((token) => token.text));

describe('tokenise', () => {
  it.each([
    ['庁舎の移転について教えてください', ['庁舎', '舎移', '移転', '教']],
    ['国民健康保険証', ['国民健康保険証', '国民', '民健', '健康', '康保', '保険', '険証']],
    ['ゴミの出し方', ['ごみ', '出', '方', '出方']],
    ['サーバー', ['さーば']],
    ['14日以内', ['14', '14日', '日以内', '日以', '以内']],
    ['1,000円', ['1000', '1000円']],
    ['COVID-19', ['covid19', 'covid', '19']],
    ['ひっこしのごみ', ['ひっこ', 'ごみ']],
  ])('cuts %s', (text, expected) => expect(tokens(text)).toEqual(expected));

  it('finds one token in every spelling of a word with okurigana', () => {
    for (const spelling of ['引越し', '引っ越し', '引越']) expect(tokens(spelling)).toContain('引越');
  });

  it('never makes one kanji of a compound', () => {
    for (const compound of ['新幹線', '庁舎開設準備課', '国民健康保険証']) expect(tokens(compound).filter((token) => token.length === 1)).toEqual([]);
  });

  it('does not cut loanwords', () => expect(tokens('ガベージコレクションとリポジトリ')).toEqual(['がべーじこれくしょん', 'りぽじとり']));

  it('keeps hiragana words of the vocabulary whole', () => {
    expect(tokens('いくらですか', ['いくら'])).toEqual(['いくら']);
    expect(tokens('こどもの医療', ['こども'])).toEqual(['こども', '医療']);
  });

  it('gives nothing for grammar alone', () => expect(tokens('どうすればいいですか')).toEqual([]));
});
