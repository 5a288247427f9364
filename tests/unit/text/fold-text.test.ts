import { describe, expect, it } from 'vitest';
import { foldText, foldWithOrigin } from '../../../src/text/fold-text.ts';
import { toHiragana } from '../../../src/text/kana.ts';

describe('foldText', () => {
  it.each([
    ['ﾜｸﾁﾝ', 'ワクチン'],
    ['ＷｉＦｉ', 'wifi'],
    ['１４日', '14日'],
    ['髙﨑龍一', '高崎竜一'],
    ['國民健康保險', '国民健康保険'],
    ['サ−バ−', 'サーバー'],
    ['人々', '人人'],
    ['葛\u{e0100}城', '葛城'],
    ['Café', 'cafe'],
    ['1-2', '1-2'],
  ])('reads %s as %s', (written, folded) => expect(foldText(written)).toBe(folded));

  it.each([
    ['斎藤', '齋藤'],
    ['斎藤', '齊藤'],
    ['渡辺', '渡邉'],
    ['渡辺', '渡邊'],
  ])('takes %s and %s for one', (a, b) => expect(foldText(a)).toBe(foldText(b)));

  it('keeps the marks of kana', () => expect(foldText('がか')).toBe('がか'));
});

describe('foldWithOrigin', () => {
  it('folds as foldText does, and knows where each letter came from', () => {
    const text = '㌢のﾜｸﾁﾝｶﾞ時々Ａ－１';
    const folded = foldWithOrigin(text);
    expect(folded.text).toBe(foldText(text));
    const place = folded.text.indexOf('ガ');
    expect(text.slice(folded.starts[place], folded.ends[place])).toBe('ｶﾞ');
    expect(text.slice(folded.starts[0], folded.ends[2])).toBe('㌢');
  });
});

it('turns katakana into hiragana and nothing else', () => expect(toHiragana('ゴミの日A')).toBe('ごみの日A'));

it.each([
  ['テレワ一ク', 'テレワーク'],
  ['センタ一', 'センター'],
  ['プ口グラム', 'プログラム'],
  ['口ッカー', 'ロッカー'],
  ['力ード', 'カード'],
  ['アルバ卜ロス', 'アルバトロス'],
])('reads kanji that look like katakana among katakana: %s', (typed, meant) =>
  expect(foldText(typed)).toBe(foldText(meant)),
);

it.each(['ブランド力アップ', 'ワクチン一回', 'アクセス口コミ', '一口メモ', 'プラン一覧'])(
  'leaves kanji that are meant: %s',
  (text) => expect(foldText(text)).toBe(text),
);
