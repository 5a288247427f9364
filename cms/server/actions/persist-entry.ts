import type { Person } from '../access/person.ts';
import type { Desk } from './desk.ts';
import { entryKey } from '../entries/entry-names.ts';
import type { ParamsOf } from '../../protocol/actions.ts';
import { resultMessages } from '../messages/entry-messages.ts';
import { prepareSave } from './prepare-save.ts';
import { planDirectSave } from './save-directly.ts';
import { planDraftSave } from './save-draft.ts';

export async function persistEntry(desk: Desk, params: ParamsOf<'persistEntry'>, person: Person) {
  const save = await prepareSave(desk, params);
  const { useWorkflow } = params.options;
  const plan = useWorkflow ? planDraftSave : planDirectSave;
  // Under whichever name an entry is saved, its saves come one after the other.
  const key = useWorkflow ? `draft ${entryKey(save.name)}` : undefined;
  const { result, workTree } = await desk.repository.change((writer) => plan(desk, person, save, writer), key);
  return { message: resultMessages.saved, ...result, workTree };
}
