import { describe, expect, it } from 'vitest';
import { runSearch } from '../../../src/search/query/run-search.ts';
import type { VocabularyFile } from '../../../src/search/vocabulary.ts';
import { answer, makeDocument, makeMemoryIndex } from './memory-index.ts';

const page = (id: string, question: string, text = '') => makeDocument({ id, question, sections: answer(text) });
const fillers = Array.from({ length: 30 }, (_, number) =>
  page(`filler${number}`, `会議の資料は${number}部でよいですか`, '担当に相談し、課の方法で保存します。'),
);
const documents = [
  page('magazine', '取材の記事はどこに載りましたか', '出典はジチタイワークスです。'),
  page('bodies', '自治体の取組はどう調べますか', '自治体に聞きます。'),
  page('movers', '引越し業者はいつ決めますか', '引越し業者と引っ越しの日を決めます。'),
  page('guidebook', '窓口のガイドブックは誰が作りますか'),
  page('guideline', '運営のガイドラインはありますか'),
  page('handbook', '職員のハンドブックはありますか'),
  page('callcenter', 'コールセンターは何人で受けますか'),
  page('sports', 'スポーツ振興センターへ何を送りますか'),
  page('reception', '申込みはどこで受けますか', '申し込みの紙を受け取ります。'),
  page('fee', '講座の費用はいくらですか', '5,000円を集めます。'),
  page('rate', '受診した割合は何ですか', '10%の人が受けました。'),
  page('october', '10月の当番は誰ですか'),
  page('tendays', '二週間の当番は誰ですか', '24時間続けて開けます。'),
  page('price', '手数料は50万円までですか'),
  page('injury', '行事でけがをしたら誰に知らせますか', '助けが来るまで待ちます。'),
  page('only', '係長だけが知る番号はどう残しますか'),
  page('park', '公園の草はいつ刈りますか'),
  page('disaster', '罹災証明書はいつ交付しますか', '調べてから証明書を交付します。'),
  page('usual', 'ふだんの連絡はどうしますか', '普段から声をかけます。'),
  page('return', '往復の切符は買えますか'),
  page('stamp', '切手は誰が買いますか'),
  page('postcard', 'はがきで知らせますか'),
  page('social', 'SNSの決まりはありますか', '先に行った町に聞きます。'),
  page('neighbour', '隣の家の相談は業者にも伝えますか', '相談した人に業者を教え、相談を記録します。'),
  page('mould', '虫とかびはどう防ぎますか'),
  page('bruise', '傷とけがは誰が見ますか'),
  page('leaves', '葉とごみは分けますか'),
  page('dropped', '財布を落とした人はどこへ行きますか'),
  page('old', '倉庫の棚は古くても使えますか'),
  page('heat', '現場が暑いときは休めますか'),
  page('wide', '広さはどれだけ要りますか'),
  page('child', '子どもを連れた人をどう案内しますか'),
  ...fillers,
];
const vocabulary: VocabularyFile[] = [
  {
    readings: [
      { reading: 'じちたい', words: ['自治体'] },
      { reading: 'ふるい', words: ['古い'] },
      { reading: 'あつい', words: ['暑い', '熱い'] },
      { reading: 'ひろい', words: ['広い'] },
      { reading: 'ひっこし', words: ['引越し'] },
      { reading: 'ぎょうしゃ', words: ['業者'] },
      { reading: 'ここのか', words: ['九日'] },
    ],
    synonyms: [
      { words: ['怪我'], to: ['けがを', 'けがに', 'けがした', 'のけが'], strength: 'same' },
      { words: ['ドッグラン'], to: ['公園の利用', '公園'], strength: 'near' },
      { words: ['スズメバチ'], to: ['駆除', '相談'], strength: 'related' },
      { words: ['スズメバチ', 'ねずみ', 'カラス'], to: ['駆除業者'], strength: 'near' },
      { words: ['ねずみ', 'カラス'], to: ['相談'], strength: 'related' },
      { words: ['身分証明書'], to: ['証明書', '証明書の交付'], strength: 'related' },
      { words: ['ふだん', '普段'], strength: 'same' },
      { words: ['子ども', '子供'], strength: 'same' },
      { words: ['旧ツイッター'], to: ['SNS'], strength: 'near' },
    ],
  },
];
const index = makeMemoryIndex(documents, vocabulary);
const ask = (text: string) => runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 10 }, index);
const ids = async (text: string) => (await ask(text)).results.map(({ id }) => id);

describe('katakana', () => {
  it.each([
    ['ジチタイワークス', ['magazine']],
    ['ジチタイ', ['bodies', 'magazine']],
    ['ヒッコシ', ['movers']],
  ])('%s is read as kana of other words only where these make it up: %j', async (text, expected) =>
    expect(await ids(text)).toEqual(expected),
  );

  it.each([
    ['ガイド・ブック', ['guidebook']],
    ['コール・センター', ['callcenter']],
    ['ガイド・ライン', ['guideline']],
    ['ハンド・ブック', ['handbook']],
  ])('%s is the word without its dot where a page has that: %j', async (text, expected) =>
    expect(await ids(text)).toEqual(expected),
  );
});

describe('kana behind one kanji and と', () => {
  it.each([
    ['カビ', ['mould']],
    ['けが', ['injury', 'bruise']],
    ['ごみ', ['leaves']],
  ])('%s is a word of its own: %j', async (text, expected) =>
    expect((await ids(text)).toSorted()).toEqual(expected.toSorted()),
  );
  it('落とす is one', async () => expect(await ids('落とす')).toEqual(['dropped']));
});

describe('an adjective in kana', () => {
  it.each([
    ['ふるい', ['old']],
    ['あつい', ['heat']],
    ['ひろい', ['wide']],
  ])('%s is read as its kanji, whatever its ending: %j', async (text, expected) =>
    expect(await ids(text)).toEqual(expected),
  );
});

describe('numbers with a unit', () => {
  it.each([
    ['5千円', ['fee']],
    ['5000円', ['fee']],
    ['５，０００円', ['fee']],
    ['50万円', ['price']],
    ['500,000円', ['price']],
    ['10％', ['rate']],
    ['10パーセント', ['rate']],
    ['十パーセント', ['rate']],
    ['2週間', ['tendays']],
    ['二週間', ['tendays']],
    ['二十四時間', ['tendays']],
  ])('%s finds %j alone', async (text, expected) => expect(await ids(text)).toEqual(expected));
});

describe('a quoted phrase of grammar', () => {
  it.each([
    ['「だけが」', ['only']],
    ['「だけが知る」', ['only']],
    ['"来るまで"', ['injury']],
    ['「までですか」', ['price']],
  ])('%s is looked for in the texts', async (text, expected) => expect(await ids(text)).toEqual(expected));
});

describe('why a result is there', () => {
  it.each([
    ['怪我', 'injury', 'けが'],
    ['ドッグラン', 'park', '公園'],
    ['旧ツイッター', 'social', 'SNS'],
  ])('%s names %s by %s', async (text, id, found) => {
    const result = (await ask(text)).results.find((each) => each.id === id);
    expect(result?.matched).toEqual([expect.objectContaining({ typed: text, found })]);
  });

  it.each([
    ['怪我', 'injury', 'けが'],
    ['ふるい', 'old', '古'],
    ['あつい', 'heat', '暑'],
    ['ひろい', 'wide', '広'],
  ])('%s is marked in %s where %s stands, whatever follows it', async (text, id, marked) => {
    const result = (await ask(text)).results.find((each) => each.id === id);
    expect(result?.question.filter((segment) => segment.marked).map((segment) => segment.text)).toEqual([marked]);
  });

  it('offers no other word for one that it knows with the word before', async () =>
    expect((await ask('旧ツイッター')).suggestion).toBeUndefined());
});

describe('what is only related, or a half, is not shown for the whole', () => {
  it.each(['すずめばち', 'ねずみ', 'カラス', '身分証明書', '普段着', '子供服', '往復はがき'])('%s', async (text) =>
    expect(await ids(text)).toEqual([]),
  );
  it.each([
    ['普段', ['usual']],
    ['子供', ['child']],
    ['子供用', ['child']],
    ['往復', ['return']],
  ])('%s still finds %j', async (text, expected) => expect(await ids(text)).toEqual(expected));
});

describe('a slip between kanji with kana inside', () => {
  it.each([
    ['引っ超し', '引っ越し'],
    ['申し混み', '申し込み'],
    ['引っ超し業者', '引っ越し業者'],
  ])('%s is offered as %s', async (text, offered) => expect((await ask(text)).suggestion).toBe(offered));
  it.each(['引っ越し', '申し込み', '受け取り', '切り取り'])('%s is none', async (text) =>
    expect((await ask(text)).suggestion).toBeUndefined(),
  );
});
