import { element } from '../element.ts';
import { openDialog } from './dialog.ts';

/** Shows why something was not done, in a dialog that stays until the editor closes it. */
export async function explainFailure(
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
