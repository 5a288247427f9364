import { describe, expect, it } from 'vitest';
import { collectKanaWords } from '../../../src/search/indexing/compile-vocabulary.ts';
import { makeKanaWords, tokenise } from '../../../src/text/tokenise.ts';

const tokens = (text: string, kana: string[] = []) =>
  tokenise(text, makeKanaWords(kana)).flatMap((word) => word.tokens.map((token) => token.text));

describe('tokenise', () => {
  it.each([
    ['庁舎の移転について教えてください', ['庁舎', '舎移', '移転', '教']],
    ['国民健康保険証', ['国民健康保険証', '国民', '民健', '健康', '康保', '保険', '険証']],
    ['ゴミの出し方', ['ごみ', '出', '方', '出方']],
    ['サーバー', ['さーば']],
    ['14日以内', ['14', '14日', '日以内', '日以', '以内']],
    ['1,000円', ['1000', '1000円']],
    ['COVID-19', ['covid19', 'covid', '19']],
    ['ひっこしとごみ', ['ひっこしとごみ']],
  ])('cuts %s', (text, expected) => expect(tokens(text)).toEqual(expected));

  it('finds one token in every spelling of a word with okurigana', () => {
    for (const spelling of ['引越し', '引っ越し', '引越']) expect(tokens(spelling)).toContain('引越');
  });

  it('never makes one kanji of a compound', () => {
    for (const compound of ['新幹線', '庁舎開設準備課', '国民健康保険証'])
      expect(tokens(compound).filter((token) => token.length === 1)).toEqual([]);
  });

  it('does not cut loanwords', () =>
    expect(tokens('ガベージコレクションとリポジトリ')).toEqual(['がべーじこれくしょん', 'りぽじとり']));

  it('keeps hiragana words of the vocabulary whole', () => {
    expect(tokens('いくらですか', ['いくら'])).toEqual(['いくら']);
    expect(tokens('こどもの医療', ['こども'])).toEqual(['こども', '医療']);
  });

  it('takes 令和8年度 for a year, not for the subject 年度', () => {
    const fiscal = tokenise('令和8年度の税').flatMap((word) => word.tokens);
    expect(fiscal.map(({ text }) => text)).toEqual(expect.arrayContaining(['2026年', '2026年度']));
    expect(fiscal.filter(({ text }) => text === '年度').map(({ kind }) => kind)).toEqual(['part']);
  });

  it('gives nothing for grammar alone', () => expect(tokens('どうすればいいですか')).toEqual([]));
});

it('takes no reading of two letters for a word of a text', () => {
  const words = collectKanaWords([
    {
      readings: [
        { reading: 'みち', words: ['道'] },
        { reading: 'てま', words: ['手間'] },
        { reading: 'やくそく', words: ['約束'] },
      ],
    },
  ]);
  const cut = (text: string) => tokenise(text, words).flatMap((word) => word.tokens.map((token) => token.text));
  for (const token of ['みち', 'てま']) expect([...cut('みちがえる'), ...cut('受付でてまどる')]).not.toContain(token);
  expect(cut('次のやくそくの日')).toContain('やくそく');
});

const everyday = collectKanaWords([]);
const cut = (text: string) => tokenise(text, everyday).flatMap((word) => word.tokens.map((token) => token.text));

describe('words in kana', () => {
  it.each([
    ['はがき', 'はがき'],
    ['窓口ではさみを借りる', 'はさみ'],
    ['床のかびと壁のひび', 'かび'],
    ['ふだんの備え', 'ふだん'],
    ['ひもで縛る', 'ひも'],
    ['ケガをしたとき', 'けが'],
    ['廊下でけがをした', 'けが'],
    ['こどものあそび', 'こども'],
    ['シールをはがさない', 'はがす'],
    ['まとめて出す', 'まとめて'],
    ['やさしく話す', 'やさし'],
    ['ぬかの臭い', 'ぬか'],
  ])('%s holds %s', (text, token) => expect(cut(text)).toContain(token));

  it.each([
    ['担当だけが知る', 'けが'],
    ['助けが要る', 'けが'],
    ['窓口はがらがらだ', 'はがら'],
    ['机がかびない', 'がか'],
    ['方はしばらく待つ', 'はし'],
    ['市のもちもの', 'のも'],
    ['テレビがやかましい', 'がやかましい'],
    ['ストーブはあたたかい', 'はあたたかい'],
    ['どうするんだったか', 'するん'],
  ])('%s holds no %s', (text, token) => expect(cut(text)).not.toContain(token));
});

it.each([
  ['申請はどこでできますか', 'どこ'],
  ['いつまでに出すか', 'いつ'],
  ['だれが押印するか', 'だれ'],
])('keeps of %s what is asked: %s', (text, token) => {
  const asked = tokenise(text, everyday)
    .flatMap((word) => word.tokens)
    .filter(({ kind }) => kind === 'asking');
  expect(asked.map((each) => each.text)).toEqual([token]);
});

describe('words of kanji and kana', () => {
  it.each(['子ども', '車いす', '障がい', '手すり', '絵はがき', '水やり', 'し尿', '土のう', '朝ごはん', '田んぼ'])(
    '%s is one word',
    (word) => {
      expect(tokenise(word, everyday).map(({ tokens }) => tokens[0]?.text)).toEqual([word]);
      expect(cut(`市の${word}を見る`)).toContain(word);
    },
  );
  it('finds one with katakana in it, and inside a longer one', () => {
    expect(cut('車イス')).toContain('車いす');
    expect(cut('電動車いす')).toContain('車いす');
  });
  it('holds the noun that it ends with', () => expect(cut('生ごみ')).toContain('ごみ'));
  it('does not take 庭ごみ out of 家庭ごみ', () => expect(cut('家庭ごみ')).toEqual(['家庭', 'ごみ']));
});

describe('katakana compounds', () => {
  it.each([
    ['モバイルバッテリー', 'ばってり'],
    ['スタディツアー', 'すたでぃ'],
    ['ガイドブック', 'がいど'],
    ['コロナウイルスワクチン', 'ころなういるす'],
    ['マイクロバス', 'ばす'],
    ['ハザードマップ', 'まっぷ'],
    ['タイムカード', 'たいむ'],
    ['ウェットスーツ', 'うぇっと'],
    ['ウェットスーツ', 'すーつ'],
    ['フリーマーケット', 'まーけっと'],
  ])('%s holds %s', (text, token) => expect(cut(text)).toContain(token));
  it.each([
    'バスケット',
    'アドレス',
    'パスポート',
    'ホームページ',
    'プラスチック',
    'コントロール',
    'ライブラリー',
    'エスカレーター',
    'オンライン',
  ])('%s is whole', (text) => expect(cut(text)).toHaveLength(1));
  it('is one word with a dot inside a short one, and several in a list', () => {
    expect(cut('テレ・ワーク')).toEqual(cut('テレワーク'));
    expect(cut('パソコン・プリンター')).toEqual(expect.arrayContaining(['ぱそこん', 'ぷりんた']));
  });
});

describe('shorthand, numbers and dates', () => {
  it.each([
    ['LGWAN系', 'LGWAN'],
    ['DX化', 'DX'],
    ['SNS等', 'SNS'],
    ['Web型', 'Web'],
    ['システム化', 'システム'],
    ['テレ・ワーク', 'テレワーク'],
    ['R3.10', '2021年10月'],
    ['2021.10', '2021年10月'],
    ['2021/10/05', '2021年10月5日'],
    ['H30.4.1', '平成30年4月1日'.replace('平成30', '2018')],
    ['三分の二', '3分の2'],
    ['8 cm', '8cm'],
    ['1ヶ月', '1か月'],
    ['1箇月', '1か月'],
    ['一カ月', '一か月'],
    ['数ヵ所', '数か所'],
  ])('%s is %s', (text, same) => expect(cut(text)).toEqual(cut(same)));
  it.each([
    ['令和3年10月', '2021年10'],
    ['令和元年', '2019年'],
    ['令和三年度', '2021年'],
    ['昭和五十年', '1975年'],
    ['四月', '4月'],
    ['四月上旬', '4月'],
    ['四月一日', '1日'],
    ['四月一日付の辞令', '4月'],
    ['四月一日付の辞令', '1日'],
    ['十二月三十一日', '31日'],
    ['令和三年十月', '10月'],
    ['令和三年十月一日', '1日'],
    ['平成三十年度末', '2018年'],
    ['4/1', '4月'],
    ['４／１から', '1日'],
    ['十二月', '12月'],
    ['一一九番', '119番'],
    ['二十三条', '23条'],
    ['一か月', '1か月'],
  ])('%s holds %s', (text, token) => expect(cut(text)).toContain(token));
  it.each([
    ['十分に話す', '10分'],
    ['一時停止', '1時'],
    ['一番近い', '1番'],
    ['キャンセル料', 'きゃんせる料'],
  ])('%s holds no %s', (text, token) => expect(cut(text)).not.toContain(token));
});
