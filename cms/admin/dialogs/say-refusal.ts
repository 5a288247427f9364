import { element } from '../element.ts';
import { openDialog } from './dialog.ts';

/** Says why something was not done, until it was read. */
export async function sayRefusal(
  title: string,
  sentences: string | readonly string[],
  back = '編集に戻る',
): Promise<void> {
  await openDialog<true>({
    title,
    isNotice: true,
    content: [sentences].flat().map((sentence) => element('p', {}, sentence)),
    actions: [{ label: back, isMain: true, run: () => true }],
  });
}
