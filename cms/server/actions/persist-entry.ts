import type { ParamsOf } from '../../protocol/actions.ts';
import type { Person } from '../access/person.ts';
import { entryKey } from '../entries/entry-names.ts';
import { resultMessages } from '../messages/entry-messages.ts';
import type { ActionContext } from './action-context.ts';
import { prepareSave } from './prepare-save.ts';
import { planDirectSave } from './save-directly.ts';
import { planDraftSave } from './save-draft.ts';

export async function persistEntry(context: ActionContext, params: ParamsOf<'persistEntry'>, person: Person) {
  const save = await prepareSave(context, params);
  const { useWorkflow } = params.options;
  const plan = useWorkflow ? planDraftSave : planDirectSave;
  // Under whichever name an entry is saved, its saves come one after the other.
  const key = useWorkflow ? `draft ${entryKey(save.name)}` : undefined;
  const { result, workTree } = await context.repository.change((writer) => plan(context, person, save, writer), key);
  return { message: resultMessages.saved, ...result, workTree };
}
