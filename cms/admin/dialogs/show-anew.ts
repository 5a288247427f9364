import { element } from '../element.ts';

/**
 * Reads the page again once Decap has finished its part of a save; meanwhile nothing can be typed that would be lost.
 */
export function showAnew(): void {
  const dialog = element(
    'dialog',
    { class: 'kj-dialog', 'aria-label': '読み直しています' },
    element('p', { role: 'status' }, '保存しました。まとめた内容を読み直しています…'),
  );
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
  setTimeout(() => location.reload(), 1_000);
}
