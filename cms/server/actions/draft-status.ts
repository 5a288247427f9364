import { mayDeleteDraft, mayPublish, needsSecondPerson } from '../permission/permissions.ts';
import type { Person } from '../access/person.ts';
import { shortenTitle, signedBy, writeMessage } from '../entries/commit-message.ts';
import { readDraft, type Draft } from '../drafts/drafts.ts';
import { readEntryName } from '../entries/entry-names.ts';
import { permissionMessages } from '../permission/permission-messages.ts';
import type { ParamsOf } from '../../protocol/actions.ts';
import { HttpError } from '../messages/http-error.ts';
import type { DraftStatus } from '../../protocol/entry-shapes.ts';
import { writeState } from '../drafts/draft-state.ts';
import { commitMessages } from '../messages/commit-messages.ts';
import { entryMessages, resultMessages } from '../messages/entry-messages.ts';
import { groupsOfDraft, refuseUnseen, titleOf } from './publish.ts';
import type { ActionContext } from './action-context.ts';

/** Moves a draft along with a commit that changes no file, so that who found it ready is kept with it. */
export async function updateUnpublishedEntryStatus(
  context: ActionContext,
  params: ParamsOf<'updateUnpublishedEntryStatus'>,
  person: Person,
) {
  const { repository } = context;
  const { newStatus: status } = params;
  await repository.change(async ({ writeCommit }) => {
    const draft = await findDraft(context, params);
    if (draft.status === status && status !== 'pending_publish') return { moves: [], result: undefined };
    await refuseUnseen(context, draft, params.revision);
    await refuseMove(context, person, draft, status);
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

export async function deleteUnpublishedEntry(context: ActionContext, params: ParamsOf<'deleteUnpublishedEntry'>, person: Person) {
  await context.repository.change(async () => {
    const draft = await findDraft(context, params);
    await refuseUnseen(context, draft, params.revision);
    const logins = draft.writers.map(({ login }) => login);
    const groups = await groupsOfDraft(context, draft);
    if (!mayDeleteDraft(person, groups, logins))
      throw new HttpError(403, 'not-allowed', permissionMessages.deleteDraft(groups));
    return { moves: [{ name: draft.reference, before: draft.tip.id, after: undefined }], result: undefined };
  });
  return { message: resultMessages.draftDeleted };
}

async function refuseMove(context: ActionContext, person: Person, draft: Draft, status: DraftStatus): Promise<void> {
  if (status !== 'pending_publish' && draft.status !== 'pending_publish') return;
  const groups = await groupsOfDraft(context, draft);
  const isApproval = status === 'pending_publish';
  const sentence = isApproval ? permissionMessages.approve(groups) : permissionMessages.takeBack(groups);
  if (!mayPublish(person, groups)) throw new HttpError(403, 'not-allowed', sentence);
  const isWriter = draft.writers.some(({ login }) => login === person.login);
  if (isApproval && isWriter && needsSecondPerson(context.secondPerson, groups))
    throw new HttpError(403, 'second-person', permissionMessages.ownDraft);
}

async function findDraft(context: ActionContext, { collection, slug }: { collection: string; slug: string }): Promise<Draft> {
  const draft = await readDraft(context, readEntryName(collection, slug, context.mediaFolder));
  if (!draft) throw new HttpError(404, 'not-found', entryMessages.noDraft);
  return draft;
}
