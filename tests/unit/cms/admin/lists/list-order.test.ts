import { expect, it } from 'vitest';
import { orderRows, type ListOrder } from '../../../../../cms/admin/lists/list-order.ts';

const rows = [
  { id: 'a', group: 'aichi', reviewBy: '2027-03-01', order: 2 },
  { id: 'b', group: 'gifu', reviewBy: '2026-01-01', order: 10 },
  { id: 'c', group: 'aichi', order: 1 },
  { id: 'd', reviewBy: '2026-01-01' },
];
const ids = (order: Partial<ListOrder>) =>
  orderRows<Record<string, unknown>>(rows, { sort: undefined, filters: [], group: undefined, ...order }, (row) => row)
    .map(({ id }) => id)
    .join('');

it('keeps the order of files where nothing was pressed', () => expect(ids({})).toBe('abcd'));

it('sorts as Decap does: numbers as numbers, ties as they were, what is missing last and from behind first', () => {
  expect(ids({ sort: { field: 'reviewBy', isDescending: false } })).toBe('bdac');
  expect(ids({ sort: { field: 'reviewBy', isDescending: true } })).toBe('cabd');
  expect(ids({ sort: { field: 'order', isDescending: false } })).toBe('cabd');
});

it('leaves out what one of the filters leaves out', () => {
  expect(ids({ filters: [{ field: 'reviewBy', pattern: '^2026' }] })).toBe('bd');
  expect(
    ids({
      filters: [
        { field: 'reviewBy', pattern: '^2026' },
        { field: 'group', pattern: 'gifu' },
      ],
    }),
  ).toBe('b');
});

it('keeps groups together, sorted inside', () => {
  expect(ids({ group: { field: 'group' } })).toBe('acbd');
  expect(ids({ group: { field: 'group' }, sort: { field: 'order', isDescending: false } })).toBe('cabd');
  expect(ids({ group: { field: 'reviewBy', pattern: String.raw`\d{4}-\d{2}` } })).toBe('abdc');
});
