import { expect, test } from 'vitest';
import { listBasis, listPractice, writeGrounds } from '../../../src/library/grounds.ts';

const law = {
  law: '地方自治法',
  article: '第234条第2項',
  since: '2024-04-01',
  url: 'https://laws.e-gov.go.jp/law/322AC0000000067#Mp-Pa_2-Ch_9-Se_6-At_234',
  checked: '2026-11-01',
};

test('a law is named down to its article, with the days since it holds and when it was looked up', () => {
  expect(listBasis([law])).toEqual([
    {
      name: '地方自治法 第234条第2項',
      url: law.url,
      notes: ['2024年（令和6年）4月1日施行', '2026年（令和8年）11月1日に確認'],
    },
  ]);
});

test('what a half-filled form leaves open is left out', () => {
  expect(
    listBasis([
      { law: '', checked: '2026-11-01' },
      { law: '民法', since: 'まだ', checked: '' },
    ]),
  ).toEqual([{ name: '民法', url: undefined, notes: [] }]);
  expect(listPractice({ decides: '課長', forms: '' })).toEqual([{ label: '決める人', value: '課長' }]);
  expect(listPractice(undefined)).toEqual([]);
});

test('as plain text each stands on a line of its own', () => {
  expect(
    writeGrounds({ basis: [{ law: '民法', checked: '2026-11-01' }, law], practice: { budget: '委託料' } }),
  ).toEqual([
    '民法（2026年（令和8年）11月1日に確認）',
    `地方自治法 第234条第2項（2024年（令和6年）4月1日施行、2026年（令和8年）11月1日に確認） <${law.url}>`,
    '予算科目：委託料',
  ]);
});
