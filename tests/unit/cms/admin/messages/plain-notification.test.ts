import { afterEach, expect, it, vi } from 'vitest';
import { CmsError } from '../../../../../cms/admin/backend/cms-error.ts';
import { AlreadyReported } from '../../../../../cms/admin/messages/plain-error.ts';
import { readNotification } from '../../../../../cms/admin/messages/plain-notification.ts';

afterEach(() => void vi.restoreAllMocks());

const refused = new CmsError(403, { error: '公開する権限がありません。管理者に公開を頼んでください。' });
const fail = (key: string, details: unknown) =>
  readNotification({ message: { key: `ui.toast.${key}`, details }, type: 'error' })?.text;

it.each([
  ['an error of the server', refused],
  ['its message after a class name', `Error: ${refused.message}`],
  ['its message after two class names', `API_ERROR: Error: ${refused.message}`],
])('shows %s once, without a class name', (_name, details) => {
  expect(fail('onFailToPublishEntry', details)).toBe(`公開できませんでした。${refused.message}`);
});

it.each([
  new TypeError("Cannot read properties of undefined (reading 'get')"),
  'TypeError: Failed to fetch',
  'サーバー 500 Internal Server Error',
  new Error('保存中に TypeError が起きました。'),
  undefined,
  null,
  {},
  '',
])('for an unexpected error (%s) says what to do and logs the error', (details) => {
  const console_ = vi.spyOn(console, 'error').mockReturnValue();
  const said = fail('onFailToPersist', details) ?? '';
  expect(said).toMatch(/^保存できませんでした。思いがけない/);
  expect(said).toContain('もう一度');
  expect(said).not.toMatch(/[A-Za-z]/);
  expect(console_.mock.calls.length).toBe(
    details instanceof Error || (typeof details === 'string' && details !== '') ? 1 : 0,
  );
});

it.each([
  ['Failed to persist media: Error: 画像が大きすぎます。', '画像を加えられませんでした。画像が大きすぎます。'],
  ['Failed to delete media: 本文が使っています。', '画像を削除できませんでした。本文が使っています。'],
])('puts %s into Japanese', (message, text) => {
  expect(readNotification({ message, type: 'error' })).toEqual({ text, isError: true });
});

it('answers unknown messages of Decap without English', () => {
  vi.spyOn(console, 'error').mockReturnValue();
  for (const message of ['Something new happened', { key: 'ui.toast.newKey', details: new Error('No') }, undefined]) {
    for (const type of ['error', 'success'])
      expect(readNotification({ ...(message === undefined ? {} : { message }), type })?.text).not.toMatch(/[A-Za-z]/);
  }
});

it('does not say of a draft that it was deleted where it was not', () => {
  expect(fail('onDeleteUnpublishedChanges', refused)).toBe(`削除できませんでした。${refused.message}`);
  expect(readNotification({ message: { key: 'ui.toast.onDeleteUnpublishedChanges' }, type: 'success' })?.text).toBe(
    '下書きを削除しました。',
  );
});

it('says nothing again that a dialog has said', () => {
  const told = new AlreadyReported();
  expect(fail('onFailToPersist', told)).toBeUndefined();
  expect(readNotification({ message: `Failed to delete media: ${told.message}`, type: 'error' })).toBeUndefined();
});
