import type { ParamsOf } from '../../protocol/actions.ts';
import type { Person } from '../access/person.ts';
import { writeState } from '../drafts/draft-state.ts';
import { groupsOfDraft, requireDraft, titleOf } from '../drafts/drafts.ts';
import { shortenTitle, signedBy, writeMessage } from '../entries/commit-message.ts';
import { readEntryName } from '../entries/entry-names.ts';
import { commitMessages } from '../messages/commit-messages.ts';
import { resultMessages } from '../messages/entry-messages.ts';
import { needsSecondPerson } from '../permission/permissions.ts';
import { requireDraftDeleter, requireStatusChange } from '../permission/require-permission.ts';
import type { ActionContext } from './action-context.ts';
import { refuseUnseen } from './stale.ts';

/** Moves a draft along with a commit that changes no file, so that who found it ready is kept with it. */
export async function updateUnpublishedEntryStatus(
  context: ActionContext,
  params: ParamsOf<'updateUnpublishedEntryStatus'>,
  person: Person,
) {
  const { repository } = context;
  const { newStatus: status } = params;
  await repository.change(async ({ writeCommit }) => {
    const draft = await requireDraft(context, readEntryName(params.collection, params.slug, context.mediaFolder));
    if (draft.status === status && status !== 'pending_publish') return { moves: [], result: undefined };
    await refuseUnseen(context, draft, params.revision);
    const groups = await groupsOfDraft(context, draft);
    requireStatusChange(person, draft, status, groups, needsSecondPerson(context.secondPerson, groups));
    const { draft: back, pending_review: review, pending_publish: ready } = commitMessages.status;
    const change = { draft: back, pending_review: review, pending_publish: ready }[status];
    const reviewer = status === 'pending_publish' ? { name: person.name, login: person.login } : undefined;
    const message = writeMessage(commitMessages.statusChanged(change, shortenTitle(await titleOf(context, draft))), [
      ...signedBy(person),
      ...writeState({ status, base: draft.base.id, ...(reviewer ? { reviewer } : {}) }),
    ]);
    const commit = await writeCommit({ tree: draft.tip.tree, parents: [draft.tip.id], author: person, message });
    return { moves: [{ name: draft.reference, before: draft.tip.id, after: commit }], result: undefined };
  });
  return { message: resultMessages.statusChanged, status };
}

export async function deleteUnpublishedEntry(
  context: ActionContext,
  params: ParamsOf<'deleteUnpublishedEntry'>,
  person: Person,
) {
  await context.repository.change(async () => {
    const draft = await requireDraft(context, readEntryName(params.collection, params.slug, context.mediaFolder));
    await refuseUnseen(context, draft, params.revision);
    requireDraftDeleter(person, await groupsOfDraft(context, draft), draft.writers);
    return { moves: [{ name: draft.reference, before: draft.tip.id, after: undefined }], result: undefined };
  });
  return { message: resultMessages.draftDeleted };
}
