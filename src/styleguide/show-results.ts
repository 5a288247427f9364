import type { SearchResult } from '../search/engine.ts';
import { createFacetPanel, redrawChips, showChosen, type Facets } from '../search/view/facet-panel.ts';
import { createFilterSheet } from '../search/view/filter-sheet.ts';
import { showResult } from '../search/view/result-list.ts';
import { build } from '../search/view/build.ts';
import { searchMessages as words } from '../strings/search.ts';
import { question, summary } from './samples.ts';

/** Draws what the search draws in the browser, from fixed answers. */
const plain = (text: string) => [{ text, marked: false }];
const marked = [
  { text: '庁舎の', marked: false },
  { text: '引越し', marked: true },
  { text: 'を頼む業者は、いつごろ決めればよいですか。', marked: false },
];
const meta = {
  answered: '2026-04-10',
  answerer: '人口5万人以上10万人未満の市（岐阜県）を想定',
  status: 'current',
  statusName: '有効',
  place: '岐阜県を想定',
  provenance: 'sample',
  bodies: 'city/from-50k',
};
const result = (own: Partial<SearchResult>): SearchResult => ({
  id: 'a',
  url: '#a',
  question: plain(question),
  summary: plain(summary),
  meta,
  matched: [],
  ...own,
});
const best = {
  anchor: 'b',
  heading: '風水害の場合の違い',
  excerpt: plain('雨の日は荷物をビニールで覆い、床に養生をします。'),
};
const results = [
  result({ question: marked, best }),
  result({
    meta: {
      ...meta,
      place: '岐阜県人会',
      provenance: 'chat',
      status: 'needs-review',
      statusName: '要確認',
      bodies: 'town/from-10k city/from-50k',
    },
    alias: plain('役所の引っ越し 業者選定'),
  }),
  result({
    meta: { ...meta, place: '岐阜県人会', provenance: 'article', status: 'outdated', statusName: '古い情報' },
    matched: [{ typed: '引越し', found: '移転', reason: 'synonym' }],
    best,
  }),
];
const list = document.querySelector('[data-results]');
list?.append(
  ...results.map((one) => showResult(one, { kind: undefined, population: undefined })),
  showResult(result({}), { kind: 'city', population: 'from-50k' }),
);

const choices = ['岐阜県人会', '長野県人会', '埼玉県人会', '大分県人会', '愛知県人会', '三重県人会'].map(
  (label, place) => ({ value: `v${place}`, label }),
);
const none = { label: '', choices: [] };
const facets = {
  group: { label: '県人会', choices },
  topic: { label: '話題', choices },
  kind: none,
  population: none,
  year: none,
  status: none,
  provenance: none,
} as unknown as Facets;
const state = { text: '引越し', filters: { group: ['v1'] }, sort: 'relevance' } as const;
const panel = build('div', { class: 'facets' });
const sheet = createFilterSheet(build('div', { class: 'filters' }, panel), () => undefined);
const counts = Object.fromEntries(choices.map(({ value }, place) => [value, 9 - place]));
const chosen = build('ul', { class: 'chosen', 'aria-label': words.chosenFilters });
createFacetPanel(panel, Object.fromEntries(Object.entries(facets)) as Facets).redraw(
  { group: counts, topic: counts },
  { ...state, filters: { group: ['v1'] } },
);
redrawChips(
  chosen,
  showChosen(facets, { ...state, filters: { group: ['v1'] } }, () => undefined),
  panel,
);
sheet.show(12, 1);
document.querySelector('[data-tools]')?.append(...sheet.parts, chosen);
document.documentElement.dataset['drawn'] = 'true';
