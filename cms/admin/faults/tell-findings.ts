import { collectionOf } from '../backend/entry-path.ts';
import type { Finding } from '../../protocol/entry-shapes.ts';
import { showFaultDialog } from '../dialogs/show-faults.ts';
import { toFieldFault, type FieldFault } from './field-fault.ts';
import type { EntryAction, FaultReport } from './watch-faults.ts';

/**
 * Says what the server found in an entry: in its form, where that is on the screen, else in a dialog with the way to
 * the form. What stands in other entries is said with them.
 */
export async function tellFindings(findings: readonly Finding[], { path, text, action, report }: Told): Promise<void> {
  const collection = collectionOf(path) ?? '';
  const errors = findings.filter(({ severity }) => severity === 'error');
  const faults = errors.map((finding): FieldFault => {
    if (finding.path === path) return toFieldFault(finding, text, collection);
    const { title, collection: other, slug } = finding.entry ?? {};
    const link =
      other !== undefined && slug !== undefined
        ? { address: `#/collections/${other}/entries/${slug}`, words: `「${title}」を開く` }
        : undefined;
    return {
      path: [],
      label: title === undefined ? '' : `「${title}」`,
      message: finding.message,
      ...(link ? { link } : {}),
    };
  });
  if (!report.show(faults, action)) await showFaultDialog(faults, action);
}

interface Told {
  /** Of the entry that was to be saved or published. */
  path: string;
  /** What it says. */
  text: string;
  action: EntryAction;
  report: FaultReport;
}
