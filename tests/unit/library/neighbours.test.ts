import { expect, it } from 'vitest';
import type { LibraryGroup } from '../../../src/library/groups.ts';
import { cutMap, newestOfNeighbours } from '../../../src/library/neighbours.ts';
import { sampleQa } from '../links/sample-qa.ts';

const group = (
  id: LibraryGroup['id'],
  column: number,
  row: number,
  neighbours: LibraryGroup['id'][] = [],
): LibraryGroup => ({
  id,
  code: '01',
  name: id,
  kana: 'よみ',
  groupName: `${id}人会`,
  region: 'kinki',
  neighbours,
  tile: { column, row },
  introduction: '',
  sources: [],
  fileVersion: '',
});

const hyogo = group('hyogo', 7, 8, ['kyoto', 'tokushima']);
const groups = [
  hyogo,
  group('kyoto', 8, 8),
  group('tokushima', 7, 12),
  group('kagawa', 7, 11),
  group('okinawa', 1, 14),
];

it('cuts out the part of the map that holds a group and its neighbours, with what lies between', () => {
  expect(
    cutMap(hyogo, groups).map(({ group: { id }, column, row, isNeighbour }) => [id, column, row, isNeighbour]),
  ).toEqual([
    ['hyogo', 1, 1, false],
    ['kyoto', 2, 1, true],
    ['tokushima', 1, 5, true],
    ['kagawa', 1, 4, false],
  ]);
});

it('stands alone where a group has no neighbours', () => {
  expect(cutMap(group('okinawa', 1, 14), groups).map(({ column, row }) => [column, row])).toEqual([[1, 1]]);
});

it('takes the newest of each neighbour, what was really asked first', () => {
  const qas = [
    sampleQa({ id: 'newsampl', group: 'kyoto', provenance: 'sample', answered: '2026-09-01' }),
    sampleQa({ id: 'asked000', group: 'kyoto', provenance: 'chat', answered: '2026-01-01' }),
    sampleQa({ id: 'samplenx', group: 'tokushima', provenance: 'sample', answered: '2026-08-01' }),
    sampleQa({ id: 'faraway0', group: 'okinawa', provenance: 'chat', answered: '2026-10-01' }),
  ];
  const qasOf = Map.groupBy(qas, (qa) => qa.group);
  expect(newestOfNeighbours(hyogo, qasOf, 3).map(({ id }) => id)).toEqual(['asked000', 'samplenx']);
  expect(newestOfNeighbours(hyogo, qasOf, 1).map(({ id }) => id)).toEqual(['asked000']);
  expect(newestOfNeighbours(hyogo, new Map(), 3)).toEqual([]);
});
