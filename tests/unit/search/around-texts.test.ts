import { describe, expect, it } from 'vitest';
import type { SearchRequest } from '../../../src/search/query/answer.ts';
import { runSearch } from '../../../src/search/query/run-search.ts';
import { fieldToken, type IndexDocument } from '../../../src/search/index-format.ts';
import { answer, makeDocument, makeMemoryIndex } from './memory-index.ts';

const group = (id: string, weight = 2) => [fieldToken('group', id), weight] as const;
const fact = (text: string): IndexDocument['sections'][number] => ({
  anchor: 'sources',
  heading: '出典',
  text,
  kind: 'fact',
});
const documents = [
  makeDocument({
    id: 'snow',
    question: '道路の除雪は何時から始めますか',
    sections: [...answer('朝の五時から始めます。'), fact('国土交通省 除雪の手引き')],
    filters: { group: ['akita'], kind: ['town'], population: ['from-10k'] },
    fields: [group('akita')],
  }),
  makeDocument({
    id: 'roof',
    question: '屋根の雪下ろしは誰に頼みますか',
    sections: [...answer('登録した業者に頼みます。'), fact('消防庁 雪害の資料')],
    filters: { group: ['akita'], kind: ['city'], population: ['from-50k'] },
    fields: [group('akita'), [fieldToken('day', '2026-04'), 0.7]],
  }),
  makeDocument({
    id: 'ferry',
    question: '船の欠航は誰が知らせますか',
    sections: answer('秋田の港が知らせます。'),
    filters: { group: ['niigata'], kind: ['city'], population: ['from-50k'] },
    fields: [group('niigata')],
  }),
  makeDocument({
    id: 'twin-a',
    question: '公園の遊具の点検はどう頼みますか',
    sections: answer('業者に頼みます。'),
    filters: { group: ['gifu'], kind: ['city'], population: ['from-50k'] },
  }),
  makeDocument({
    id: 'twin-b',
    question: '公園の遊具の点検はどう頼みますか',
    sections: answer('業者に頼みます。'),
    filters: { group: ['gifu'], kind: ['town'], population: ['from-10k'] },
  }),
];
const others = [
  makeDocument({
    id: '/groups/akita/',
    url: '/groups/akita/',
    question: '秋田県人会',
    meta: { kind: '県人会' },
    fields: [group('akita', 3)],
  }),
  makeDocument({
    id: '/pages/terms/',
    url: '/pages/terms/',
    question: '利用条件',
    summary: '文章の使い方',
    meta: { kind: 'サイトの案内' },
  }),
];
const index = makeMemoryIndex(documents, [], {
  others,
  names: [
    [fieldToken('group', 'akita'), '秋田県人会', ['秋田県', '秋田', '秋田県人会', 'akita']],
    [fieldToken('group', 'toyama'), '富山県人会', ['富山県', '富山', '富山県人会']],
  ],
});
const search = (text: string, more: Partial<SearchRequest> = {}) =>
  runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 10, ...more }, index);
const ids = async (text: string, more: Partial<SearchRequest> = {}) =>
  (await search(text, more)).results.map(({ id }) => id);

describe('fields beside the texts (group, day, source)', () => {
  it('finds the Q&As of a group that was named, before one that mentions the place', async () =>
    expect((await ids('秋田')).slice(0, 2).toSorted()).toEqual(['roof', 'snow']));
  it('finds a day in either calendar', async () => {
    expect(await ids('2026年4月')).toEqual(['roof']);
    expect(await ids('令和8年4月')).toEqual(['roof']);
  });
  it.each([
    ['「秋田県人会」', ['roof', 'snow']],
    ['"秋田県"', ['roof', 'snow']],
    ['「akita」', ['roof', 'snow']],
    ['「秋田県人会」 除雪', ['snow']],
    ['「秋田」', ['ferry', 'roof', 'snow']],
    ['「2026年4月」', ['roof']],
    ['「富山県人会」', []],
    ['「秋田県人会の会費」', []],
  ])('finds what is listed under a quoted name, or says it: %s', async (text, expected) => {
    const found = await ids(text);
    if (expected.length === 1) expect(found[0]).toBe(expected[0]);
    else expect(found.toSorted()).toEqual(expected);
  });
  it.each(['さいたま市', 'うるま市', '「うるま市」'])('finds nothing for a town that no page names: %s', async (text) =>
    expect((await search(text)).total).toBe(0),
  );
  it('finds a source, and shows it', async () => {
    const [first] = (await search('国土交通省')).results;
    expect(first).toMatchObject({ id: 'snow', best: { anchor: 'sources', heading: '出典' } });
  });
  it('ranks a page by its own text before one that only names a source with the word', async () =>
    expect((await ids('除雪'))[0]).toBe('snow'));
});

describe('pages that are no Q&A', () => {
  it('shows other pages, and counts none of them', async () => {
    const found = await search('秋田');
    expect(found.others.pages.map(({ url, kind }) => [url, kind])).toEqual([['/groups/akita/', '県人会']]);
    expect(found.results.map(({ id }) => id)).not.toContain('/groups/akita/');
    expect(Object.keys(found.filterCounts['group'] ?? {})).not.toContain('');
  });
  it('finds them where no Q&A is found', async () =>
    expect(await search('利用条件')).toMatchObject({ total: 0, others: { total: 1 } }));
  it('offers a group that was named, until it is chosen', async () => {
    expect((await search('秋田 除雪')).narrow).toEqual([{ name: 'group', value: 'akita', label: '秋田県人会' }]);
    expect((await search('秋田 除雪', { filters: { group: ['akita'] } })).narrow).toEqual([]);
    expect((await search('富山')).narrow).toEqual([]);
    expect((await search('秋田市')).narrow).toEqual([]);
  });
});

describe('Q&As from an organisation like the reader’s', () => {
  const near = { kind: 'town', population: 'from-10k' };
  const other = { kind: 'city', population: 'from-50k' };
  it('come first among equals, and nothing else changes', async () => {
    expect((await ids('公園の遊具', { near }))[0]).toBe('twin-b');
    expect((await ids('公園の遊具', { near: other }))[0]).toBe('twin-a');
    expect((await ids('公園の遊具', { near })).toSorted()).toEqual((await ids('公園の遊具')).toSorted());
  });
  it('do not pass what answers better', async () => expect((await ids('雪下ろし', { near }))[0]).toBe('roof'));
});
