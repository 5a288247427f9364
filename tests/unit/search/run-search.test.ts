import { describe, expect, it } from 'vitest';
import type { SearchRequest } from '../../../src/search/query/answer.ts';
import { runSearch } from '../../../src/search/query/run-search.ts';
import type { VocabularyFile } from '../../../src/search/vocabulary.ts';
import { answer, makeDocument, makeMemoryIndex } from './memory-index.ts';

const documents = [
  makeDocument({
    id: 'mover',
    question: '庁舎の引越しで業者はいつ決めますか',
    sections: answer('半年前に入札で決めます。'),
    filters: { group: ['gifu'], year: ['2023'] },
    date: '2023-04-01',
  }),
  makeDocument({
    id: 'line',
    question: '線を引く工事の届出は要りますか',
    sections: answer('道路に線を引くときは届け出ます。'),
    filters: { group: ['gifu'], year: ['2024'] },
    date: '2024-01-10',
  }),
  makeDocument({
    id: 'train',
    question: '新幹線で出張するときの旅費はどうしますか',
    sections: answer('新幹線の特急料金は距離で決まります。'),
    filters: { group: ['nagano'], year: ['2024'] },
    date: '2024-02-10',
  }),
  makeDocument({
    id: 'vaccine',
    question: 'ワクチン接種会場の誘導はどう配置しますか',
    sections: answer('入口と接種後の待機場所に一人ずつ置きます。\n斎藤さんのような案内役が要ります。'),
    filters: { group: ['saitama'], year: ['2022'] },
    date: '2022-06-01',
  }),
  makeDocument({
    id: 'repository',
    question: 'リポジトリの権限はどう分けますか',
    sections: answer('読むだけの人と書く人を分けます。Wi-Fiの設定とは別です。'),
    filters: { group: ['saitama'], year: ['2025'] },
    date: '2025-06-01',
  }),
  makeDocument({
    id: 'card',
    question: '個人番号カードを紛失したときの手続きは',
    aliases: ['マイナカード なくした'],
    sections: answer('コールセンターで一時停止します。手数料は1,000円です。'),
    filters: { group: ['oita'], year: ['2025'] },
    date: '2025-07-01',
  }),
  makeDocument({
    id: 'old-card',
    question: '個人番号カードを紛失したときの手続きは',
    sections: answer('コールセンターで一時停止します。手数料は1,000円です。'),
    filters: { group: ['oita'], year: ['2020'] },
    date: '2020-07-01',
    prior: 0.5,
  }),
  makeDocument({
    id: 'moving-in',
    question: '転入したときの届出はいつまでですか',
    sections: answer('14日以内に届け出ます。'),
    filters: { group: ['oita'], year: ['2021'] },
    date: '2021-07-01',
  }),
].sort((a, b) => a.date.localeCompare(b.date));

const vocabulary: VocabularyFile[] = [
  {
    synonyms: [
      { words: ['マイナカード', '個人番号カード'], strength: 'same' },
      { words: ['無くし', 'なくし'], to: ['紛失'], strength: 'near' },
      { words: ['引越し'], to: ['転入'], strength: 'near' },
    ],
    stop: [{ phrases: ['教えてください'], weight: 0 }],
    readings: [{ reading: 'ひっこし', words: ['引越し'] }],
  },
];
const index = makeMemoryIndex(documents, vocabulary);
const search = (text: string, more: Partial<SearchRequest> = {}) =>
  runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 10, ...more }, index);
const ids = async (text: string, more: Partial<SearchRequest> = {}) =>
  (await search(text, more)).results.map((result) => result.id);

describe('what is found first', () => {
  it.each([
    ['庁舎の引越しで業者はいつ決めればいいですか', 'mover'],
    ['引っ越し 業者', 'mover'],
    ['引越 業者', 'mover'],
    ['ひっこし 業者', 'mover'],
    ['hikkoshi 業者', 'mover'],
    ['ﾜｸﾁﾝ 会場', 'vaccine'],
    ['wakuchin', 'vaccine'],
    ['わくちん', 'vaccine'],
    ['齋藤', 'vaccine'],
    ['リポジトリ', 'repository'],
    ['リポジドリ', 'repository'],
    ['ＷＩＦＩ', 'repository'],
    ['マイナカードを無くした', 'card'],
    ['1000円', 'card'],
    ['新幹線', 'train'],
    ['転入 14日', 'moving-in'],
  ])('%s → %s', async (text, id) => expect((await ids(text))[0]).toBe(id));
});

it('sinks outdated pages', async () => expect((await ids('個人番号カード')).slice(0, 2)).toEqual(['card', 'old-card']));

it('matches no page by a single letter of a compound', async () => {
  expect(await ids('新幹線')).toEqual(['train']);
  expect(await ids('動線計画')).toEqual([]);
});

it('finds nothing by grammar and stop phrases alone', async () =>
  expect((await search('どうすればいいですか')).total).toBe(0));

describe('signs', () => {
  it('takes a quoted phrase verbatim, in any width', async () => {
    expect(await ids('「接種会場」')).toEqual(['vaccine']);
    expect(await ids('"誘導の会場"')).toEqual([]);
  });
  it('looks in the texts for a quoted phrase of grammar alone', async () =>
    expect(await ids('「ときは」')).toEqual(['line']));
  it.each([
    '届出 -転入',
    '届出 －転入',
    '届出 ー転入',
    '届出 ‐転入',
    '届出 −転入',
    '届出 NOT 転入',
    '届出 AND NOT 転入',
    '届出　ＮＯＴ　転入',
  ])('leaves out what is excluded: %s', async (text) => expect(await ids(text)).toEqual(['line']));
});

it.each(['新幹線 AND 特急', '新幹線 OR 特急'])('takes %s for its words', async (text) =>
  expect(await search(text)).toMatchObject({ leftOut: [], results: [{ id: 'train' }] }),
);

describe('what is said beside the results', () => {
  it('names the word that no result has', async () => expect((await search('新幹線 温泉')).leftOut).toEqual(['温泉']));
  it('leaves no word out that was found in other words', async () =>
    expect((await search('マイナカード 紛失')).leftOut).toEqual([]));
  it('offers the query with the slip corrected', async () =>
    expect((await search('リポジドリ 権限')).suggestion).toBe('リポジトリ 権限'));
  it('offers nothing when every word is known', async () =>
    expect((await search('リポジトリ 権限')).suggestion).toBeUndefined());
  it('says why a page is there', async () => {
    const [first] = (await search('マイナカードを無くした')).results;
    expect(first?.matched).toContainEqual({ typed: '無くし', found: '紛失', reason: 'synonym' });
  });
  it('gives the reading as a reason', async () => {
    const [first] = (await search('ひっこし')).results;
    expect(first?.matched[0]).toMatchObject({ typed: 'ひっこし', found: '引越し', reason: 'reading' });
  });
});

describe('what is marked', () => {
  it.each([
    ['リーダ', 'リーダー'],
    ['モニタ', 'モニター'],
  ])('%s marks %s to its end', async (text, word) => {
    const own = makeMemoryIndex([makeDocument({ id: 'own', question: `${word}は誰が決めますか` })]);
    const { results } = await runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 1 }, own);
    expect(results[0]?.question.find((segment) => segment.marked)?.text).toBe(word);
  });
  it('marks the word in the form it has on the page', async () => {
    const [first] = (await search('引っ越し')).results;
    expect(first?.question.filter((segment) => segment.marked).map((segment) => segment.text)).toEqual(['引越']);
  });
  it('marks other words with their reason', async () => {
    const [first] = (await search('マイナカードを無くした')).results;
    expect(first?.question.find((segment) => segment.text === '紛失')?.reason).toBe('「無くし」→「紛失」');
  });
  it('joins to the whole text', async () => {
    const [first] = (await search('ワクチン 会場')).results;
    expect(first?.question.map((segment) => segment.text).join('')).toBe('ワクチン接種会場の誘導はどう配置しますか');
  });
  it('leads to the section that holds most of the query', async () => {
    const [first] = (await search('ワクチン 案内役')).results;
    expect(first?.best?.excerpt.map((segment) => segment.text).join('')).toContain('案内役');
  });
});

describe('narrowing', () => {
  it('filters, and counts each filter as if it were open', async () => {
    const found = await search('届出', { filters: { group: ['oita'] } });
    expect(found.results.map((result) => result.id)).toEqual(['moving-in']);
    expect(found.filterCounts['group']).toEqual({ gifu: 1, oita: 1 });
    expect(found.filterCounts['year']).toEqual({ 2021: 1 });
  });
  it('lists all pages of a filter, newest first, when nothing was typed', async () =>
    expect(await ids('', { filters: { group: ['saitama'] } })).toEqual(['repository', 'vaccine']));
  it('sorts by date', async () => expect(await ids('個人番号カード', { sort: 'date' })).toEqual(['card', 'old-card']));
  it('gives the page of results that is asked for', async () => {
    const found = await search('個人番号カード', { offset: 1, limit: 1 });
    expect([found.total, found.results.map((result) => result.id)]).toEqual([2, ['old-card']]);
  });
});
