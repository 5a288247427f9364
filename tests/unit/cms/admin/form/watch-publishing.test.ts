import { expect, it } from 'vitest';
import type { DeskStore } from '../../../../../cms/admin/form/desk-store.ts';
import type { Action } from '../../../../../cms/admin/form/store-types.ts';
import { watchPublishing } from '../../../../../cms/admin/form/watch-publishing.ts';

it.each([
  ['the entry was read again', ['UNPUBLISHED_ENTRY_PUBLISH_SUCCESS', 'ENTRY_REQUEST'], 'ENTRY_SUCCESS'],
  ['the entry could not be read', ['UNPUBLISHED_ENTRY_PUBLISH_SUCCESS', 'ENTRY_REQUEST'], 'ENTRY_FAILURE'],
  ['the publication was refused', ['NOTIFICATION_SEND'], 'UNPUBLISHED_ENTRY_PUBLISH_FAILURE'],
])('runs from the wish to publish until %s', (_why, between, end) => {
  const listeners: ((action: Action) => void)[] = [];
  const publishing = watchPublishing({ listen: (listener) => void listeners.push(listener) } as DeskStore);
  const isRunningAfter = (type: string) => {
    for (const listener of listeners) listener({ type });
    return publishing.isRunning();
  };
  expect(publishing.isRunning()).toBe(false);
  for (const type of ['UNPUBLISHED_ENTRY_PUBLISH_REQUEST', ...between]) expect(isRunningAfter(type)).toBe(true);
  expect(isRunningAfter(end)).toBe(false);
});
