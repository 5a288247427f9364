import { element } from '../element.ts';
import { sayFault } from '../faults/fault-summary.ts';
import type { FieldFault } from '../faults/field-fault.ts';
import { openDialog } from './dialog.ts';

/** Says what stops a save or a publication, where there is no form that could say it. */
export async function showFaultDialog(faults: readonly FieldFault[], action: 'save' | 'publish'): Promise<void> {
  const done = action === 'save' ? '保存' : '公開';
  await openDialog<true>({
    title: `${done}できません`,
    isNotice: true,
    content: [element('p', {}, `項目を開いて次のところを直すと、${done}できます。`), listFaults(faults)],
    actions: [{ label: '閉じる', isMain: true, run: () => true }],
  });
}

function listFaults(faults: readonly FieldFault[]): HTMLElement {
  const line = (fault: FieldFault) =>
    element(
      'li',
      { class: 'kj-error' },
      sayFault(fault),
      ...(fault.link ? [' ', element('a', { href: fault.link.address }, fault.link.words)] : []),
    );
  return element('ul', { class: 'kj-findings' }, ...faults.map(line));
}
