import { showMessage } from '../messages/message-bar.ts';

/** Says something that stops nobody, at the foot of the page, until it is closed or half a minute has gone. */
export function showNotice(sentences: readonly string[], title = '保存しました。次のところも確かめてください。'): void {
  showMessage({ text: title, items: sentences.slice(0, 5), stayMs: 30_000 });
}
