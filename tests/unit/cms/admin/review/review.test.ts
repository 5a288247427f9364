import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deriveFields, readEntrySummary, writeEntrySummary } from '../../../../../cms/admin/backend/entry-summary.ts';
import { readListedFields } from '../../../../../src/lint/listed-fields.ts';
import { moveWithGroup } from '../../../../../cms/admin/backend/move-with-group.ts';
import { compareLines } from '../../../../../cms/admin/dialogs/compare-lines.ts';
import { listDue } from '../../../../../cms/admin/review/list-due.ts';
import { moveReview } from '../../../../../cms/admin/review/still-right.ts';

const source = readFileSync('tests/fixtures/round-trip/front-comments.mdx', 'utf8');
const file = (data: string, path = 'content/qa/gifu/abcdefgh.mdx') => ({
  path,
  id: 'x',
  fields: readListedFields(data, false) ?? null,
});

it('lists what is overdue or wants a look, the longest overdue first', () => {
  const files = [
    file(source.replace('reviewBy: 2027-05-01', 'reviewBy: 2026-10-01'), 'content/qa/gifu/late.mdx'),
    file(source.replace('reviewBy: 2027-05-01', 'reviewBy: 2026-01-01'), 'content/qa/gifu/later.mdx'),
    file(source.replace('status: current', 'status: needs-review'), 'content/qa/gifu/asked.mdx'),
    file(
      source.replace('status: current', 'status: withdrawn').replace('2027-05-01', '2020-01-01'),
      'content/qa/gifu/gone.mdx',
    ),
    file(source),
  ];
  expect(listDue(files, { until: '2026-11-23', groups: [] }).map(({ slug }) => slug)).toEqual([
    'gifu/later',
    'gifu/late',
    'gifu/asked',
  ]);
  expect(listDue(files, { until: '2026-11-23', groups: ['nagano'] })).toEqual([]);
});

it('moves the review a year on and touches that line alone', () => {
  const moved = moveReview(source, '2026-11-23');
  expect(moved).toBe(source.replace('reviewBy: 2027-05-01', 'reviewBy: 2027-11-23'));
  expect(moveReview(source.replace('status: current', 'status: needs-review'), '2026-11-23')).toBe(moved);
});

it('reads for lists what a full reading would', () => {
  const source = readFileSync('tests/fixtures/round-trip/front-quotes.mdx', 'utf8');
  const light = readEntrySummary(writeEntrySummary(readListedFields(source, false)));
  expect(light).toMatchObject({
    summary: '半年前まで: 早く決めます。',
    group: 'gifu',
    reviewBy: '2027-05-01',
    status: 'current',
  });
  expect(readEntrySummary('---\n')).toBeUndefined();
  expect(deriveFields({ group: 'gifu', status: 'current', reviewBy: '2026-01-01' }, '2026-11-23')).toEqual({
    __group: '岐阜県',
    __status: '有効',
    __due: '期限切れ',
  });
});

it('moves a file with its group and only then', () => {
  expect(moveWithGroup('content/qa/gifu/abcdefgh.mdx', source)).toBeUndefined();
  expect(moveWithGroup('content/qa/gifu/abcdefgh.mdx', source.replace('group: gifu', 'group: aichi'))).toBe(
    'content/qa/aichi/abcdefgh.mdx',
  );
});

it('sets two texts side by side', () => {
  expect(compareLines('a\nb\nc', 'a\nx\nc\nd')).toEqual([
    { left: 'a', right: 'a', isSame: true },
    { left: 'b', right: 'x', isSame: false },
    { left: 'c', right: 'c', isSame: true },
    { left: null, right: 'd', isSame: false },
  ]);
});
