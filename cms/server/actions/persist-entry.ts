import type { Person } from '../access/person.ts';
import type { Desk } from '../desk.ts';
import type { ParamsOf } from '../protocol.ts';
import type { DescribedFinding } from '../validate.ts';
import { draftReference, type DraftStatus } from '../workflow.ts';
import { answerWords as words } from '../words.ts';
import { prepareSave } from './prepare-save.ts';
import { planDirectSave } from './save-directly.ts';
import { planDraftSave } from './save-draft.ts';

export async function persistEntry(desk: Desk, person: Person, params: ParamsOf<'persistEntry'>) {
  const save = await prepareSave(desk, params);
  const { useWorkflow } = params.options;
  const plan = useWorkflow ? planDraftSave : planDirectSave;
  const reference = useWorkflow ? draftReference(save.collection, save.slug) : undefined;
  const { result, workTree } = await desk.repository.change((writer) => plan(desk, person, save, writer), reference);
  return { message: words.saved, ...result, workTree };
}

export interface SaveResult {
  commit: string;
  /** `null` where there is no draft. */
  status: DraftStatus | null;
  revisions: Record<string, string>;
  warnings: DescribedFinding[];
}
