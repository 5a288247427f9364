// @vitest-environment node
import { beforeEach, expect, it, vi } from 'vitest';
import { showNotice } from '../../../../../cms/admin/messages/notice.ts';
import type { DeskStore } from '../../../../../cms/admin/form/desk-store.ts';
import type { Message } from '../../../../../cms/admin/messages/message-bar.ts';
import { sayDeleted, watchNotifications } from '../../../../../cms/admin/messages/watch-notifications.ts';

/** As at the foot of the page: a message takes the place of one of the same id. */
const shown = vi.hoisted(() => new Map<string, string>());
vi.mock('../../../../../cms/admin/messages/message-bar.ts', () => ({
  showMessage: ({ id = '', text }: Message) => {
    shown.set(id, text);
    return { close: () => void (shown.get(id) === text && shown.delete(id)), change: () => undefined };
  },
}));

beforeEach(() => shown.clear());

function openDesk() {
  const scope = new EventTarget();
  let rule: Parameters<DeskStore['refuse']>[0] = () => false;
  const store: Pick<DeskStore, 'refuse'> = { refuse: (given) => void (rule = given) };
  watchNotifications(store as DeskStore, scope as Window);
  const send = (key: string, type: 'error' | 'success', details?: Error) => {
    const payload: object = { message: { key: `ui.toast.${key}`, details }, type };
    rule({ type: 'NOTIFICATION_SEND', payload });
  };
  return { send, leave: () => scope.dispatchEvent(new Event('hashchange')) };
}

it('says of the steps of an entry the last one alone', () => {
  const { send } = openDesk();
  send('onFailToUpdateStatus', 'error', new Error('権限がありません。'));
  expect([...shown.values()].join()).toContain('進み具合を変えられませんでした。');
  send('entryUpdated', 'success');
  expect([...shown.values()]).toEqual(['進み具合を変えました。']);
  send('entryPublished', 'success');
  expect([...shown.values()]).toEqual(['公開しました。']);
  sayDeleted();
  expect([...shown.values()].join()).toMatch(/^公開中の項目を削除しました。/);
});

it('says no more of a refusal once the entry is left, and goes on saying what was done', () => {
  const { send, leave } = openDesk();
  send('onFailToUpdateStatus', 'error', new Error('権限がありません。'));
  leave();
  expect(shown.size).toBe(0);
  send('entrySaved', 'success');
  leave();
  expect([...shown.values()]).toEqual(['保存しました。']);
});

it('says once that an entry was saved of which something has to be looked at again', () => {
  const { send } = openDesk();
  showNotice(['年が見当たりません。']);
  send('entrySaved', 'success');
  expect([...shown.values()].filter((text) => text.includes('保存しました。'))).toHaveLength(1);
});
