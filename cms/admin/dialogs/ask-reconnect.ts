import { element } from '../element.ts';
import { Cancelled } from '../messages/plain-error.ts';
import { openDialog } from './dialog.ts';

/**
 * Says that the server cannot be reached. Resolves when the editor wants to try again, and throws `Stopped` if the
 * editor goes back to the form.
 */
export async function askReconnect(): Promise<void> {
  const again = await openDialog<true>({
    title: 'サーバーにつながりません',
    content: [
      element('p', {}, '回線が切れたか、サーバーが止まっています。いま送ろうとしたものは、まだ届いていません。'),
      element(
        'p',
        {},
        '入力した内容があれば、画面に残っています。画面を閉じても、控えを残せる端末なら、次に開いたときに戻せます。',
      ),
    ],
    actions: [
      { label: 'もう一度送る', isMain: true, run: () => true },
      { label: '編集に戻る', run: () => undefined },
    ],
  });
  if (!again)
    throw new Cancelled('サーバーにつながらないため、取りやめました。入力した内容があれば、画面に残っています。');
}
