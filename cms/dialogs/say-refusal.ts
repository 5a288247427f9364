import { element } from '../element.ts';
import { openDialog } from './dialog.ts';

/** Says why something was not done, until it was read. */
export async function sayRefusal(title: string, sentence: string): Promise<void> {
  await openDialog<true>({
    title,
    isNotice: true,
    content: [element('p', {}, sentence)],
    actions: [{ label: '編集に戻る', isMain: true, run: () => true }],
  });
}
