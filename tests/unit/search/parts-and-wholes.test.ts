import { describe, expect, it } from 'vitest';
import { runSearch } from '../../../src/search/query/run-search.ts';
import type { VocabularyFile } from '../../../src/search/vocabulary.ts';
import { answer, makeDocument, makeMemoryIndex } from './memory-index.ts';

const page = (id: string, question: string, text = '') => makeDocument({ id, question, sections: answer(text) });
const fillers = Array.from({ length: 30 }, (_, number) =>
  page(`filler${number}`, `会議の資料は${number}部でよいですか`, '相談の記録を残し、課の方法で保存します。'),
);
const documents = [
  page('damage', '罹災証明書はいつ交付しますか', '家屋を調べてから交付します。'),
  page('seal', '印鑑証明書はどこで取れますか', '証明書は窓口で写真を見せて受け取ります。'),
  page('free', '無料の法律相談はありますか', '市民は無料です。'),
  page('chat', '庁内のチャットはどう使いますか', 'チャットは記録が残ります。'),
  page('ai', '生成AIを使う決まりはありますか', '生成AIの答えは確かめます。'),
  page('bulky', '電子申請は何から始めますか', '粗大ごみの申込みから始めると件数が多くなります。'),
  page('mail', 'メールの誤送信に気づいたら何をしますか'),
  page('shift', 'シフトは誰が組みますか'),
  page('return', '確定申告会場の混雑はどう減らしますか'),
  page('closed', 'LGWANの端末は何台ありますか'),
  page('tender', 'プロポーザルの審査は誰がしますか'),
  page('rug', '災害のあと、カーペットはどこへ運びますか'),
  page('pump', '灯油はどこに置きますか'),
  page('danger', '危険ごみはどう出しますか', '危険ごみの出し方を知らせます。'),
  page('bag', 'ごみ袋は誰が配りますか', '危険ごみも集めます。'),
  page('committee', '選挙管理委員会の会議はいつですか'),
  ...fillers,
];
const vocabulary: VocabularyFile[] = [
  {
    synonyms: [
      { words: ['0円'], to: ['無料'], strength: 'near' },
      { words: ['証明書'], to: ['写真'], strength: 'related' },
      { words: ['チャットGPT'], to: ['生成AI'], strength: 'same' },
      { words: ['じゅうたん'], to: ['粗大ごみ', '粗大ごみ受付'], strength: 'near' },
      { words: ['敷物', 'カーペット'], strength: 'same' },
      { words: ['敷物', 'カーペット'], to: ['粗大ごみ', '電子申請'], strength: 'near' },
      { words: ['灯油', '刃物'], to: ['危険ごみ'], strength: 'near' },
      { words: ['害虫'], to: ['害虫の相談'], strength: 'near' },
      { words: ['選挙'], to: ['投票'], strength: 'near' },
    ],
  },
];
const index = makeMemoryIndex(documents, vocabulary);
const ask = (text: string) => runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 10 }, index);
const ids = async (text: string) => (await ask(text)).results.map(({ id }) => id);

describe('other words for a part are no other words for the whole', () => {
  it.each([
    ['罹災証明書', ['damage']],
    ['印鑑証明書', ['seal']],
    ['100円', []],
    ['1,000円', []],
    ['選挙管理委員会', ['committee']],
  ])('%s shows %j alone', async (text, expected) => expect(await ids(text)).toEqual(expected));

  it('puts the whole name before a page on a part of it', async () => expect((await ids('チャットGPT'))[0]).toBe('ai'));
  it('takes no word of another one for it', async () => expect(await ids('害虫')).toEqual([]));
  it('shows no page that mentions another word in passing', async () => expect(await ids('じゅうたん')).toEqual([]));
});

describe('a word near to a thing is not the thing', () => {
  it.each([
    ['カーペット', ['rug']],
    ['敷物', ['rug']],
    ['灯油', ['pump']],
    // No page says it: then the page that is about the near word, and none that mentions it.
    ['刃物', ['danger']],
  ])('%s shows %j alone', async (text, expected) => expect(await ids(text)).toEqual(expected));
});

describe('slips', () => {
  it.each([
    ['ホール', 'メール'],
    ['シート', 'シフト'],
  ])('%s is not searched as %s, which is offered', async (text, offered) => {
    const found = await ask(text);
    expect(found.results).toEqual([]);
    expect(found.suggestion).toBe(offered);
  });
  it.each([
    ['確定信告', 'return'],
    ['LGWEN', 'closed'],
    ['プロポーザノレ', 'tender'],
    ['選挙菅理委員会', 'committee'],
    ['罹災詳明書', 'damage'],
  ])('%s finds what was meant', async (text, id) => expect((await ids(text))[0]).toBe(id));
});
