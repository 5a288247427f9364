import type { DeskStore } from '../form/desk-store.ts';
import { showMessage } from './message-bar.ts';
import { readNotification, type Notification } from './plain-notification.ts';

/** Says what Decap has to say in the desk's own place and words, so that nothing of Decap's lies over a button. */
export function watchNotifications(store: DeskStore): void {
  store.refuse(({ type, payload }) => {
    if (type !== 'NOTIFICATION_SEND') return false;
    const plain = readNotification(payload as Notification);
    if (plain) showMessage({ ...plain, id: plain.text, ...(plain.isError ? {} : { stayMs: doneMs }) });
    return true;
  });
}

/** Long enough to be read twice. */
const doneMs = 8_000;
