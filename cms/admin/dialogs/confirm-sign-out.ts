import { element } from '../element.ts';
import { openDialog } from './dialog.ts';

/** Whether to sign out although that deletes the `count` copies of unsaved work on this device. */
export async function confirmSignOut(count: number): Promise<boolean> {
  if (count === 0) return true;
  const answer = await openDialog<true>({
    title: '保存していない内容があります',
    content: [
      element(
        'p',
        {},
        `保存していない控えが、この端末に${count}件あります。ログアウトすると、ほかの人に読まれないように消します。`,
      ),
      element('p', {}, '残したいものは、ログアウトする前に開いて保存してください。'),
    ],
    actions: [
      { label: '控えを消してログアウトする', run: () => true },
      { label: 'ログアウトしない', isMain: true, run: () => undefined },
    ],
  });
  return answer === true;
}
