import type { DeskStore } from '../form/desk-store.ts';
import { showMessage, type ShownMessage } from './message-bar.ts';
import { readNotification, type Notification } from './plain-notification.ts';

/**
 * Says what Decap has to say in the desk's own place and words, so that nothing of Decap's lies over a button. Of the
 * steps of an entry the last one counts: what was refused before is no longer said once it is done, nor of an entry
 * that somebody has left.
 */
export function watchNotifications(store: DeskStore, scope: Window = window): void {
  let refused: ShownMessage | undefined;
  store.refuse(({ type, payload }) => {
    if (type !== 'NOTIFICATION_SEND') return false;
    const plain = readNotification(payload as Notification);
    if (!plain) return true;
    const shown = showMessage({ ...plain, id: lastStep, ...(plain.isError ? {} : { stayMs: doneMs }) });
    refused = plain.isError ? shown : undefined;
    return true;
  });
  scope.addEventListener('hashchange', () => {
    refused?.close();
    refused = undefined;
  });
}

/** Says that an entry was deleted; Decap says so of drafts alone. */
export function sayDeleted(): void {
  showMessage({ id: lastStep, text: words.deleted, stayMs: doneMs });
}

const lastStep = 'last-step';

const words = { deleted: '公開中の項目を削除しました。サイトからも、ふつうは数十秒でなくなります。' } as const;

/** Long enough to be read twice. */
const doneMs = 8_000;
