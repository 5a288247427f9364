import { expect, it } from 'vitest';
import type { ImmutableMap } from '../../../../../cms/admin/decap/decap.ts';
import { orderBoard } from '../../../../../cms/admin/form/order-board.ts';
import type { State } from '../../../../../cms/admin/form/store-types.ts';
import { mapOf } from './immutable-map.ts';

const times: Record<string, string | undefined> = {
  middle: '2026-11-29T10:00:00+09:00',
  oldest: '2026-11-28T23:59:00Z',
  justSaved: undefined,
  newest: '2026-11-29T09:30:00Z',
};
const drafts = () =>
  mapOf(Object.fromEntries(Object.entries(times).map(([name, updatedOn]) => [name, mapOf({ updatedOn })])));

it('puts the draft that was changed last first, and what has no time yet before it', () => {
  const next = orderBoard(() => ({ editorialWorkflow: mapOf({ entities: drafts() }) }))({}, { type: 'ANY' });
  expect(namesOn(next)).toEqual(['justSaved', 'newest', 'middle', 'oldest']);
});

it('leaves a state alone in which no draft has changed', () => {
  const state: State = { editorialWorkflow: mapOf({ entities: drafts() }) };
  expect(orderBoard((before) => before ?? {})(state, { type: 'ANY' })).toBe(state);
});

function namesOn({ editorialWorkflow }: State): string[] {
  return Object.keys((editorialWorkflow?.get('entities') as ImmutableMap).toJS());
}
