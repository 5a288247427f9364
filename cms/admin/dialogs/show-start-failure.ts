import { button, element } from '../element.ts';

/** Replaces a page that could not start by what happened and what to do. */
export function showStartFailure(root: HTMLElement): void {
  root.replaceChildren(
    element(
      'main',
      { class: 'kj-message', role: 'alert' },
      element('h1', {}, '開けませんでした'),
      element(
        'p',
        {},
        '編集室のプログラムか内容を読み込めませんでした。通信の状態を確かめて、ページを読み込み直してください。',
      ),
      button('読み込み直す', () => location.reload(), { class: 'kj-button kj-main' }),
    ),
  );
}
