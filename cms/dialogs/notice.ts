import { button, element } from '../element.ts';

/** Says something that stops nobody, in a corner, until it is closed or half a minute has gone. */
export function showNotice(
  sentences: readonly string[],
  title = '保存しました。次のところも確かめてください。',
): void {
  const items = sentences.slice(0, 5).map((sentence) => element('li', {}, sentence));
  const head = element('p', {}, element('strong', {}, title));
  const notice = element('div', { class: 'kj-notice', role: 'status' }, head, element('ul', {}, ...items));
  notice.append(button('閉じる', () => notice.remove()));
  document.body.append(notice);
  setTimeout(() => notice.remove(), 30_000);
}
