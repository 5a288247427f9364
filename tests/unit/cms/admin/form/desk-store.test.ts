import { expect, it } from 'vitest';
import { connectStore, type StoreScope } from '../../../../../cms/admin/form/desk-store.ts';
import type { Action } from '../../../../../cms/admin/form/store-types.ts';

it('keeps refused actions from Decap, tells of the others, and puts a backup into a form in one step', () => {
  const scope: StoreScope = {};
  const desk = connectStore(scope);
  const reduced: string[] = [];
  const states: object[] = [];
  const reducer = (_state: object | undefined, { type }: Action) => (reduced.push(type), {});
  const createStore = (reduce: typeof reducer) => ({
    dispatch: (action: Action) => void states.push(reduce(undefined, action)),
    getState: () => ({}),
  });
  const store = scope.__REDUX_DEVTOOLS_EXTENSION_COMPOSE__?.((inner) => inner)(createStore)(reducer);
  const told: string[] = [];
  desk.listen(({ type }) => told.push(type));
  desk.refuse(({ type }) => type === 'NOT_NOW');
  for (const type of ['NOT_NOW', 'NOW']) store?.dispatch({ type });
  desk.restore({ data: {} });
  expect(reduced).toEqual(['NOW', 'DRAFT_LOCAL_BACKUP_RETRIEVED', 'DRAFT_CREATE_FROM_LOCAL_BACKUP']);
  expect(states).toHaveLength(2);
  expect(told).toEqual(['NOW']);
});

it('does not let Decap keep backups of its own', async () => {
  const scope: StoreScope = {};
  connectStore(scope);
  const seen: unknown[] = [];
  const createStore = () => ({ dispatch: (action: unknown) => seen.push(action), getState: () => ({}) });
  const store = scope.__REDUX_DEVTOOLS_EXTENSION_COMPOSE__?.((inner) => inner)(createStore)((state) => state ?? {});
  const backend = { persistLocalDraftBackup: () => undefined, persistEntry: () => undefined };
  const thunks = [() => backend.persistLocalDraftBackup(), () => backend.persistEntry()];
  for (const thunk of thunks) await store?.dispatch(thunk as unknown as Action);
  expect(seen).toEqual([thunks[1]]);
});
