import { button, element } from '../element.ts';

/** Says something that stops nobody, in a corner, until it is closed or half a minute has gone. */
export function showNotice(sentences: readonly string[]): void {
  const notice = element('div', { class: 'kj-notice', role: 'status' }, element('p', {}, element('strong', {}, '保存しました。次のところも確かめてください。')), element('ul', {}, ...sentences.slice(0, 5).map((sentence) => element('li', {}, sentence))));
  notice.append(button('閉じる', () => notice.remove()));
  document.body.append(notice);
  setTimeout(() => notice.remove(), 30_000);
}
