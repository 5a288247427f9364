import { element } from '../element.ts';
import { Cancelled } from '../messages/plain-error.ts';
import { openDialog } from './dialog.ts';

/**
 * Waits until this browser has opened the link that the server's own screen shows, or until the person goes back to the
 * form behind, where there is one. `sentence` is the server's: it says where the link stands.
 */
export async function askOneTimeLink(
  sentence: string,
  isOpen: () => Promise<boolean>,
  { mayGoBack }: { mayGoBack: boolean },
): Promise<void> {
  for (;;) {
    const done = await openDialog<true>({
      title: '編集室を開くリンクが要ります',
      content: [
        element('p', {}, sentence),
        element(
          'p',
          {},
          'リンクは別のタブで開いてもかまいません。開いたら、ここに戻って「リンクを開きました」を押してください。',
        ),
        ...(mayGoBack ? [element('p', {}, '途中まで入力した内容があれば、画面とこの端末に残っています。')] : []),
      ],
      actions: [
        ...(mayGoBack ? [{ label: '編集に戻る', run: () => undefined }] : []),
        { label: 'リンクを開きました', isMain: true, run: async () => (await isOpen()) || { problem: stillClosed } },
      ],
    });
    if (done) return;
    if (mayGoBack)
      throw new Cancelled('編集室が開いていないため、取りやめました。入力した内容があれば、画面に残っています。');
  }
}

const stillClosed = 'まだ開けません。いちばん新しいリンクを、このブラウザーで開いたか確かめてください。';
