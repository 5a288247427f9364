import { describe, expect, test } from 'vitest';
import { countByGroup, countByProvenance } from '../../../src/library/counts.ts';
import { belongsTo, creditOf, listFacts, metaOf } from '../../../src/library/qa-facts.ts';
import { sayState } from '../../../src/library/status.ts';
import { countsInWords, namedDay, provenanceTag } from '../../../src/strings/provenance.ts';
import { sampleQa } from '../links/sample-qa.ts';

const sources = [{ title: '広報の手引き（2024年）', url: 'https://example.lg.jp/a' }];

describe('the facts of a Q&A', () => {
  test.each([
    ['chat', '回答者', '人口5万人以上10万人未満の市（岐阜県）', '市5〜10万（岐阜県）', '回答日', 'の回答'],
    ['article', '出典', '広報の手引き（2024年）', '広報の手引き（2024年）', '掲載', '掲載'],
    ['sample', '想定', '人口5万人以上10万人未満の市（岐阜県）', '市5〜10万（岐阜県）', '作成日', '作成'],
  ] as const)('of a %s: %s', (provenance, who, text, short, day, suffix) => {
    const state = '見直し期限内（2027年5月まで）';
    expect(listFacts(sampleQa({ provenance, sources }))).toEqual([
      { kind: 'who', label: who, text, short },
      { kind: 'day', label: day, text: '2026-05-22', short: `2026年5月${suffix}` },
      { kind: 'state', label: '状態', text: state, short: state },
    ]);
  });

  test('name the review date of an answer that may no longer hold', () => {
    const facts = listFacts(sampleQa({ shownStatus: 'needs-review', reviewBy: '2026-10-31' }));
    expect(facts.slice(2)).toEqual([
      { kind: 'state', label: '状態', text: '要確認', short: '要確認' },
      { kind: 'review', label: '見直し期限', text: '2026-10-31', short: '2026年10月31日' },
    ]);
  });

  test('count further answers, and further sources', () => {
    const [answer] = sampleQa().answers;
    const answers = answer ? [answer, answer, answer] : [];
    expect(listFacts(sampleQa({ answers }))[0]?.text).toBe('人口5万人以上10万人未満の市（岐阜県） ほか2件');
    expect(creditOf(sampleQa({ provenance: 'article', sources: [...sources, { title: '別の資料' }] }))).toMatch(
      / ほか1件$/,
    );
    expect(creditOf(sampleQa({ provenance: 'article', sources: [] }))).toBe('');
  });
});

test.each([
  ['chat', '市5〜10万', '岐阜県人会'],
  ['article', '', '岐阜県人会'],
  ['sample', '市5〜10万', '岐阜県を想定'],
] as const)('the line of a %s in lists and results', (provenance, bodies, place) => {
  expect(metaOf(sampleQa({ provenance }))).toEqual({ bodies, place });
});

test.each([
  ['2027-04-30', '見直し期限内（2027年4月まで）'],
  ['2028-02-29', '見直し期限内（2028年2月まで）'],
  ['2027-02-28', '見直し期限内（2027年2月まで）'],
  ['2028-02-28', '見直し期限内（2028年2月28日まで）'],
  ['2027-04-01', '見直し期限内（2027年4月1日まで）'],
  ['', '見直し期限内'],
])('a review date of %s reads %s', (reviewBy, said) => {
  expect(sayState('current', reviewBy)).toBe(said);
  expect(sayState('outdated', reviewBy)).toBe('古い情報');
});

test('an example is of no group', () => {
  const said = (provenance: 'chat' | 'article' | 'sample') => Object.values(belongsTo(provenance, '岐阜県')).join('');
  expect(said('chat')).toBe('この質問は岐阜県人会のものです。');
  expect(said('article')).toBe('岐阜県人会についての記事から作りました。');
  expect(said('sample')).toBe('岐阜県を想定した作例です。');
});

test('counts say where the entries come from', () => {
  const qas = [
    sampleQa({ provenance: 'article' }),
    ...Array.from({ length: 1200 }, () => sampleQa({ provenance: 'sample' })),
  ];
  expect(countsInWords(countByProvenance(qas))).toBe('県人会の投稿0・記事1・作例1,200');
  expect(countByGroup([...qas, sampleQa({ group: 'nagano' })])).toEqual(
    new Map([
      ['gifu', { own: 1, samples: 1200 }],
      ['nagano', { own: 1, samples: 0 }],
    ]),
  );
  expect([provenanceTag('chat'), provenanceTag('article'), provenanceTag('sample')]).toEqual([
    '〈投稿〉',
    '〈記事〉',
    '〈作例〉',
  ]);
  const named = ['sample', 'article', 'chat', 'toString', undefined].map((provenance) =>
    namedDay(provenance, '5月1日'),
  );
  expect(named).toEqual(['作成日：5月1日', '掲載：5月1日', '5月1日', '5月1日', '5月1日']);
});
