import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { dataRecord } from '../../../src/links/data/record.ts';
import { listReviews } from '../../../src/links/data/review.ts';
import { writeDataFile, writeRecord } from '../../../src/links/data/data-file.ts';
import { columns, writeRow, writeTable } from '../../../src/links/data/table.ts';
import { toDataRecord } from '../../../src/links/data/to-record.ts';
import { absolute, rendered, sampleQa } from './sample-qa.ts';

const names = new Map([['office-move', '庁舎移転・引越し']]);
const toRecord = (own: Parameters<typeof sampleQa>[0] = {}) => toDataRecord(sampleQa(own), names, absolute);

describe('toDataRecord', () => {
  test('has the shape that the schema of the data promises', () => {
    expect(dataRecord.parse(toRecord())).toEqual(toRecord());
    expect(toRecord()).toMatchObject({
      prefectureCode: '21',
      group: '岐阜県人会',
      topics: [{ id: 'office-move', name: '庁舎移転・引越し' }],
      url: 'https://example.lg.jp/base/q/abcd2345/',
    });
  });

  test.each([
    ['chat', { asked: '2026-05-01', answered: '2026-05-22', published: null, created: null }],
    ['article', { asked: null, answered: null, published: '2026-05-22', created: null }],
    ['sample', { asked: null, answered: null, published: null, created: '2026-05-22' }],
  ] as const)('names the day of a %s by what happened on it', async (provenance, days) => {
    const record = toRecord({ provenance });
    expect(dataRecord.parse(record)).toMatchObject(days);
    const [row] = parse(tableOf([record]), { bom: true, columns: true }) as Record<string, string>[];
    const cells = { 質問日: days.asked, 回答日: days.answered, 掲載日: days.published, 作成日: days.created };
    expect(row).toMatchObject(Object.fromEntries(Object.entries(cells).map(([name, day]) => [name, day ?? ''])));
    expect(row?.['状態']).toBe('見直し期限内');
  });

  test('gives away neither what only the search uses nor how consent was given', () => {
    expect(JSON.stringify(toRecord())).not.toMatch(/引っ越し 業者|回答者1名/);
  });
});

const tableOf = (records: readonly ReturnType<typeof toRecord>[]): string =>
  Buffer.from(writeTable(records.map(writeRow))).toString();

describe('writeDataFile', () => {
  test.each([[0], [1], [3]])('is JSON of %i records, each a line further in', async (count) => {
    const records = Array.from({ length: count }, (_, index) => toRecord({ id: `abcd234${index + 2}` }));
    const text = Buffer.from(writeDataFile('質問と回答', '2026-11-27', records.map(writeRecord))).toString();
    const file = JSON.parse(text) as object;
    expect(file).toMatchObject({ title: '質問と回答', made: '2026-11-27', count, items: records });
    expect(text).toBe(`${JSON.stringify(file, null, 1)}\n`);
  });
});

describe('writeTable', () => {
  test('reads back cell by cell, with line breaks, quotes and commas', async () => {
    const records = [
      toRecord({ question: '「"引用"」、改行,コンマは？？？？', answerTexts: [rendered('一行目\n二行目, "三"')] }),
      toRecord({ id: 'zzzz2345' }),
    ];
    const rows = parse(tableOf(records), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      ID: 'abcd2345',
      問い合わせ文: '「"引用"」、改行,コンマは？？？？',
      応答文: '一行目\n二行目, "三"',
      カテゴリ: '庁舎移転・引越し',
      都道府県コード: '21',
    });
    expect(Object.keys(rows[0] ?? {})).toEqual(columns.map((column) => column.name));
  });

  test('opens in Excel: a mark at the start, CR LF at the end of each row', async () => {
    const text = tableOf([toRecord()]);
    expect(Buffer.from(text).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
  });

  test('begins with the columns that municipalities exchange, and never renames one', () => {
    expect(columns.map((column) => column.name)).toEqual([
      'ID',
      '問い合わせ文',
      '応答文',
      'カテゴリ',
      '都道府県コード',
      '都道府県名',
      '一言回答',
      '団体の種類',
      '人口規模',
      '団体コード',
      '質問日',
      '回答日',
      '更新日時',
      '状態',
      '見直し期限',
      '由来',
      '出典',
      'URL',
      'ライセンス',
      '根拠',
      '決裁と手続',
      '掲載日',
      '作成日',
    ]);
  });

  test.each([
    '=HYPERLINK("https://evil.example","x")',
    '+1+cmd|calc',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
  ])('takes the force from a formula: %s', async (formula) => {
    const [row] = parse(tableOf([toRecord({ summary: formula, answerTexts: [rendered(formula)] })]), {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    expect(row?.['一言回答']).toBe(`'${formula}`);
    expect(row?.['応答文']?.[0]).toBe("'");
  });

  test('numbers the answers where there are several', async () => {
    const [first] = sampleQa().answers;
    const two = toRecord({
      answers: first ? [first, { ...first, by: { ...first.by, kind: 'town' } }] : [],
      answerTexts: [rendered('一つ目'), rendered('二つ目')],
    });
    const [row] = parse(tableOf([two]), { bom: true, columns: true }) as Record<string, string>[];
    expect(row?.['応答文']).toMatch(/^【回答1】.*\n一つ目\n\n【回答2】.*\n二つ目$/);
    expect(row?.['団体の種類']).toBe('市;町');
  });
});

describe('listReviews', () => {
  test('lists what is overdue or due within sixty days, the most urgent first, and nothing that is old anyway', () => {
    const qas = [
      sampleQa({ id: 'later222', reviewBy: '2027-01-23' }),
      sampleQa({ id: 'soon2222', reviewBy: '2027-01-22' }),
      sampleQa({ id: 'overdue2', reviewBy: '2026-11-20', shownStatus: 'needs-review' }),
      sampleQa({ id: 'outdated', reviewBy: '2026-01-01', shownStatus: 'outdated' }),
    ];
    expect(listReviews(qas, '2026-11-23', absolute).map(({ id, daysLeft }) => ({ id, daysLeft }))).toEqual([
      { id: 'overdue2', daysLeft: -3 },
      { id: 'soon2222', daysLeft: 60 },
    ]);
  });

  test('lists what rests on a law that nobody has looked up for more than a year', () => {
    const checkedOn = (id: string, ...days: string[]) =>
      sampleQa({ id, reviewBy: '2028-01-01', basis: days.map((checked) => ({ law: '地方自治法', checked })) });
    const qas = [
      checkedOn('fresh222', '2025-11-23'),
      checkedOn('stale222', '2026-11-01', '2025-11-22'),
      checkedOn('lawless2'),
    ];
    const listed = listReviews(qas, '2026-11-23', absolute).map(({ id, basisChecked }) => ({ id, basisChecked }));
    expect(listed).toEqual([{ id: 'stale222', basisChecked: '2025-11-22' }]);
  });
});
