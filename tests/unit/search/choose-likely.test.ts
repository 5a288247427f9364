import { describe, expect, it } from 'vitest';
import type { SearchRequest } from '../../../src/search/query/answer.ts';
import { runSearch } from '../../../src/search/query/run-search.ts';
import { answer, makeDocument, makeMemoryIndex } from './memory-index.ts';

const day = (number: number) => `2024-04-${String(number).padStart(2, '0')}`;
const page = (id: string, question: string, text: string, date = day(1)) =>
  makeDocument({ id, question, sections: answer(text), date, filters: { group: [id.slice(0, 1)] } });

const fillers = Array.from({ length: 30 }, (_, number) =>
  page(
    `filler${number}`,
    `窓口の案内は${number}番でどう変えますか`,
    '担当の職員が申請の書類を確かめ、住民に案内します。',
    day(2),
  ),
);
const documents = [
  page('dog', '犬の登録はどこでしますか', '登録の申請は窓口で受けます。'),
  page('snow', '除雪の業者はいつ決めますか', '秋に入札で決め、契約します。', day(3)),
  page('road', '道路の穴はどう直しますか', '業者と契約して直します。除雪の前に確かめます。', day(5)),
  page('tax', '入湯税はいつ納めますか', '毎月15日までに申告します。'),
  page(
    'park',
    '公園の遊具はいつ点検しますか',
    `${'遊具を年に一度点検し、結果を記録します。'.repeat(60)}噴水と花壇も見ます。`,
  ),
  ...fillers,
].sort((a, b) => a.date.localeCompare(b.date));
const index = makeMemoryIndex(documents);
const ask = (text: string, more: Partial<SearchRequest> = {}) =>
  runSearch({ text, filters: {}, sort: 'relevance', offset: 0, limit: 50, ...more }, index);
const ids = async (text: string, more: Partial<SearchRequest> = {}) =>
  (await ask(text, more)).results.map(({ id }) => id);

describe('what is shown, and what is folded', () => {
  it.each([
    ['除雪の業者との契約', ['snow']],
    ['犬の登録の窓口', ['dog']],
    ['入湯税の申告', ['tax']],
  ])('%s shows %j and folds what only shares a word', async (text, expected) => {
    const found = await ask(text);
    expect(found.results.map(({ id }) => id).slice(0, 1)).toEqual(expected);
    expect(found.total).toBeLessThanOrEqual(2);
    expect(found.missing).toEqual([]);
  });

  it('keeps the folded ones in the ranking, after the others', async () => {
    const [shown, all] = [
      await ask('除雪を入札で決める契約と申告'),
      await ask('除雪を入札で決める契約と申告', { withTouching: true }),
    ];
    expect(shown.touching).toBeGreaterThan(0);
    expect(all.results.length).toBe(shown.total + shown.touching);
    expect(all.results.slice(0, shown.total)).toEqual(shown.results);
  });

  it('shows the same by date, newest first', async () => {
    const [byRelevance, byDate] = [await ids('除雪 契約'), await ids('除雪 契約', { sort: 'date' })];
    expect([...byDate].sort()).toEqual([...byRelevance].sort());
    expect(byDate).toEqual(['road', 'snow'].filter((id) => byRelevance.includes(id)));
  });

  it('counts for each filter what it would show', async () => {
    const { total, filterCounts } = await ask('除雪の業者との契約');
    expect(Object.values(filterCounts['group'] ?? {}).reduce((sum, count) => sum + count, 0)).toBe(total);
  });
});

describe('a subject that stands nowhere', () => {
  it.each([
    ['水族館の申請の窓口', '水族館'],
    ['パンダの担当の職員に案内', 'パンダ'],
    ['住民の宇宙旅行の書類', '宇宙旅行'],
  ])('%s: %s is named, and few are shown', async (text, subject) => {
    const found = await ask(text);
    expect(found.missing).toEqual([subject]);
    expect(found.total).toBeLessThanOrEqual(3);
  });
});

describe('a subject that a page names in passing', () => {
  it.each(['噴水の担当の職員に案内', '住民の花壇の書類'])('%s is not said to stand nowhere', async (text) => {
    expect((await ask(text)).missing).toEqual([]);
  });
});

describe('one thing that no page holds', () => {
  it.each([
    ['除雪車庫新築', true],
    ['犬税', false],
  ])('%s shows nothing, and what shares a word on request: %s', async (text, isTouched) => {
    const found = await ask(text, { withTouching: true });
    expect(found.total).toBe(0);
    expect(found.touching > 0).toBe(isTouched);
  });
  it('is not carried by the kanji that is left of a word of kana', async () => {
    expect(await ask('えれべ穴', { withTouching: true })).toMatchObject({ total: 0, touching: 0 });
    expect(await ask('うるま犬', { withTouching: true })).toMatchObject({ total: 0, touching: 0 });
  });
});
