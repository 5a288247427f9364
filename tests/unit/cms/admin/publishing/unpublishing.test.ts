import { expect, it } from 'vitest';
import {
  createUnpublishing,
  observeStore,
  type ObservedAction,
  type ObservedScope,
} from '../../../../../cms/admin/publishing/unpublishing.ts';

const request = { type: 'UNPUBLISHED_ENTRY_PERSIST_REQUEST', payload: { collection: 'qa', slug: 'gifu/abcd2345' } };
const success = { type: 'UNPUBLISHED_ENTRY_PERSIST_SUCCESS', payload: { collection: 'qa' } };
const previewFailed = {
  type: 'NOTIFICATION_SEND',
  payload: { message: { key: 'ui.toast.onFailToLoadDeployPreview' } },
};

it('is asked from the request to unpublish an entry until the save that follows it', () => {
  const unpublishing = createUnpublishing();
  expect(unpublishing.isAsked('qa', 'gifu/abcd2345')).toBe(false);
  unpublishing.accept(request);
  expect(unpublishing.isAsked('qa', 'gifu/abcd2345')).toBe(true);
  expect(unpublishing.isAsked('qa', 'gifu/zzzz2345')).toBe(false);
  expect(unpublishing.isDone('qa', 'gifu/abcd2345')).toBe(false);
  unpublishing.finish('qa', 'gifu/abcd2345');
  expect(unpublishing.isDone('qa', 'gifu/abcd2345')).toBe(true);
  unpublishing.accept(success);
  expect(unpublishing.isAsked('qa', 'gifu/abcd2345')).toBe(false);
  expect(unpublishing.isDone('qa', 'gifu/abcd2345')).toBe(false);
});

it('drops only the notification that the page of an unpublished entry is not found', () => {
  const unpublishing = createUnpublishing();
  expect(unpublishing.accept(previewFailed)).toBe(true);
  unpublishing.finish('qa', 'gifu/abcd2345');
  expect(unpublishing.accept(previewFailed)).toBe(false);
  expect(
    unpublishing.accept({ type: 'NOTIFICATION_SEND', payload: { message: { key: 'ui.toast.entryUnpublished' } } }),
  ).toBe(true);
});

it('observes every action of the store before it is dispatched, and can drop it', () => {
  const scope: ObservedScope = {};
  const [seen, told]: ObservedAction[][] = [[], []];
  observeStore(scope, (action) => action.type !== 'left out' && Boolean(seen?.push(action)));
  const store = scope.__REDUX_DEVTOOLS_EXTENSION_COMPOSE__?.()(() => ({ dispatch: (action) => told?.push(action) }))();
  for (const type of ['one', 'left out', 'other']) store?.dispatch({ type });
  expect(seen).toEqual([{ type: 'one' }, { type: 'other' }]);
  expect(told).toEqual(seen);
});
