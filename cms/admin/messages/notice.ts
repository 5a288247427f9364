import { showMessage } from './message-bar.ts';

/**
 * Shows warnings that do not stop the editor, at the foot of the page, until they are closed or 30 seconds have passed.
 * That an entry was saved is said by `watch-notifications.ts`.
 */
export function showNotice(sentences: readonly string[], title = '次のところも確かめてください。'): void {
  showMessage({ text: title, items: sentences.slice(0, 5), stayMs: 30_000 });
}
