import { expect, it } from 'vitest';
import type { SearchState } from '../../../../src/search/view/address-state.ts';
import type { Facets } from '../../../../src/search/view/facet-panel.ts';
import { fewerWords, filtersToLift } from '../../../../src/search/view/less.ts';

const facets = {
  group: { label: '県人会', choices: [{ value: 'okinawa', label: '沖縄県人会' }] },
  topic: { label: '話題', choices: [{ value: 'shelter', label: '└ 避難所' }] },
  status: { label: '状態', choices: [{ value: 'current', label: '有効' }] },
} as unknown as Facets;
const searched = (text: string, filters: SearchState['filters'] = {}): SearchState => ({
  text,
  filters,
  sort: 'relevance',
});

it('names each filter without which there is something, with its count', async () => {
  const state = searched('養生', { group: ['okinawa'], topic: ['shelter'], status: ['current'] });
  const found = await filtersToLift(state, facets, ({ filters }) => Promise.resolve(filters.group ? 0 : 1_234));
  expect(found.map(({ label }) => label)).toEqual(['「沖縄県人会」の条件を外す（1,234件）']);
  expect(found[0]?.state).toEqual(searched('養生', { topic: ['shelter'], status: ['current'] }));
});

it('lifts all filters where no single one is enough, and offers nothing where they stand in no way', async () => {
  const state = searched('養生', { group: ['okinawa'], topic: ['shelter'] });
  const all = await filtersToLift(state, facets, ({ filters }) =>
    Promise.resolve(Object.keys(filters).length === 0 ? 5 : 0),
  );
  expect(all.map(({ label, state: { filters } }) => [label, filters])).toEqual([['条件をすべて外す（5件）', {}]]);
  expect(await filtersToLift(state, facets, () => Promise.resolve(0))).toEqual([]);
  expect(await filtersToLift(searched('養生'), facets, () => Promise.resolve(3))).toEqual([]);
});

it('offers the words that find something, together and one by one', async () => {
  const counts: Record<string, number> = { 庁舎: 3, 引越し: 4, '庁舎 引越し': 2, ＬＧＷＡＮ: 1 };
  const count = ({ text }: SearchState) => Promise.resolve(counts[text] ?? 0);
  const labels = async (text: string) => (await fewerWords(searched(text), count)).map(({ label }) => label);
  expect(await labels('「庁舎の引越しとズンドコ」')).toEqual([
    '「庁舎 引越し」だけで探す（2件）',
    '「庁舎」だけで探す（3件）',
    '「引越し」だけで探す（4件）',
  ]);
  expect(await labels('ズンドコのＬＧＷＡＮ')).toEqual(['「ＬＧＷＡＮ」だけで探す（1件）']);
  expect(await labels('ズンドコ')).toEqual([]);
  expect(await labels('庁舎')).toEqual([]);
});
