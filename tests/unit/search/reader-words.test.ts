import { describe, expect, it } from 'vitest';
import { runSearch } from '../../../src/search/query/run-search.ts';
import { makeDocument, makeMemoryIndex } from './memory-index.ts';

const questions = [
  '庁舎の引越しは誰が頼みますか',
  'LGWANの端末は何台ですか',
  'サーバーの部屋は誰が開けますか',
  'プロポーザルの審査は誰がしますか',
  '引き継ぐ物は何ですか',
];
const fillers = Array.from({ length: 20 }, (_, number) => `会議${number}の資料は何部ですか`);
const documents = [...questions, ...fillers].map((question, place) => makeDocument({ id: `q${place}`, question }));
const index = makeMemoryIndex(documents, [
  {
    synonyms: [
      { words: ['PC'], to: ['端末'], strength: 'same' },
      { words: ['引越し', '転居'], strength: 'same' },
    ],
  },
]);
const ask = (text: string) => runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 5 }, index);

describe('notices and offers say what the reader typed, in whole words', () => {
  it.each([
    ['庁舎 旅立ちの', ['旅立ち']],
    ['端末 ＩＰＨＯＮＥ', ['IPHONE']],
    ['引越し ＬＩＮＥ', ['LINE']],
    ['審査 払い戻した', ['払い戻した']],
  ])('%s lacks %j', async (text, words) => expect((await ask(text)).leftOut).toEqual(words));

  it.each([
    ['LGWEN', 'LGWAN'],
    ['LGWEN の端末', 'LGWAN の端末'],
    ['サーパー', 'サーバー'],
    ['サーパ', 'サーバ'],
    ['プロポーサル　審査', 'プロポーザル 審査'],
  ])('%s offers %s', async (text, suggestion) => expect((await ask(text)).suggestion).toBe(suggestion));

  it.each([
    ['引越しとズンドコ', ['引越し', 'ズンドコ']],
    ['ＬＧＷＡＮ 端末', ['LGWAN', '端末']],
    ['引き継ぐには', ['引き継ぐ']],
  ])('%s asks for %j', async (text, asked) => expect((await ask(text)).asked).toEqual(asked));

  it.each([
    ['PC', { typed: 'PC', found: '端末' }],
    ['ＰＣ', { typed: 'PC', found: '端末' }],
    ['転居', { typed: '転居', found: '引越し' }],
    ['引越し', { typed: '引越し', found: '引越し' }],
  ])('%s is told as %j', async (text, match) => expect((await ask(text)).results[0]?.matched[0]).toMatchObject(match));
});
