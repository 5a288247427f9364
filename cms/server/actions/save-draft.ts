import type { DraftStatus } from '../../protocol/entry-shapes.ts';
import type { Person } from '../access/person.ts';
import { refuseBranchInTheWay } from '../drafts/branch-collisions.ts';
import { draftReference, statusAfterChange, writeState } from '../drafts/draft-state.ts';
import { collectionPrefix, judgementsAt, listEntryBranches, readDraft, type Draft } from '../drafts/drafts.ts';
import { resolutionTrailer, signedBy, writeMessage } from '../entries/commit-message.ts';
import { groupsOf } from '../entries/entry-facts.ts';
import { findEntryFile, nameEntryAt } from '../entries/entry-names.ts';
import { writePrivacyTrailers } from '../entries/privacy-exceptions.ts';
import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { mayPublish, needsSecondPerson } from '../permission/permissions.ts';
import type { Reference } from '../repository/git/references.ts';
import { UnreadableObject } from '../repository/objects/object-reader.ts';
import type { Plan, Writer } from '../repository/repository.ts';
import type { ActionContext } from './action-context.ts';
import {
  changesOf,
  isAlreadyThere,
  leave,
  listUnusedImages,
  refuseUnusedImages,
  subjectOf,
  type Save,
  type SaveResult,
} from './prepare-save.ts';
import { refuseOvertaken, refuseStale, refuseTakenImages } from './stale.ts';
import { refuseTakenName } from './taken-names.ts';

/** Plans a save on the entry's own branch, begun at the edited branch if there is none yet. */
export async function planDraftSave(
  context: ActionContext,
  person: Person,
  save: Save,
  { changeTree, writeCommit }: Writer,
): Promise<Plan<SaveResult>> {
  const { repository } = context;
  const main = await repository.commit(repository.branch);
  const { draft, damaged } = await readDraftOrDamaged(context, save.name);
  if (draft && draft.foreign.length > 0)
    throw new HttpError(409, 'not-ready', entryMessages.foreignChanges(draft.foreign));
  const side = draft?.tip ?? main;
  const published = await findEntryFile(repository, main.tree, save.name);
  // A new draft is named after the place where the entry lies, so that lists and board agree.
  const name = draft ? draft.name : (nameEntryAt(save.name.collection, published?.path ?? save.target) ?? save.name);
  if (!draft && !damaged) await refuseBranchInTheWay(repository, name);
  const current = draft ? draft.after : published;
  const said = { path: save.target, revisions: { [save.target]: save.id } };
  if (!save.main && mayShowAll(draft, save) && (await isAlreadyThere(context, side.tree, current, save))) {
    return { moves: [], result: { commit: side.id, status: draft?.status ?? null, ...said, warnings: [] } };
  }

  await refuseTakenName(context, save);
  // Of a damaged draft nobody can say from which version the editor began; its text is written anew.
  if (!damaged) await refuseStale(context, save, current, side, draft ? 'draft' : 'published');
  await refuseTakenImages(context, save.images, side, draft);
  const isRebased = draft !== undefined && save.main !== undefined;
  if (isRebased) await refuseOvertaken(context, draft, main, (id) => save.main?.id === id);

  // Against what is published now: that is what the entry will have to fit.
  const checked = await context.check({
    tree: main.tree,
    changes: changesOf(save, published, draft?.images),
    exceptions: draft ? judgementsAt(draft, save.target) : [],
    reason: save.reason,
    isPublishing: false,
  });
  refuseUnusedImages(save.images, checked.shownAddresses);
  const dropped = listUnusedImages(draft?.images ?? [], checked.shownAddresses);

  const base = isRebased || !draft ? main : draft.base;
  const tree = await changeTree(isRebased ? main.tree : side.tree, [
    ...(isRebased ? [...leave(published, save), ...draft.images] : leave(current, save)),
    ...dropped.map(({ path }) => ({ path, id: undefined })),
    ...save.images,
    { path: save.target, id: save.id },
  ]);
  const versions = [draft?.before, current].filter((file) => file !== undefined);
  const groups = await groupsOf(context, save.name.collection, [...versions, { path: save.target, id: save.id }]);
  const status = nextStatus(context, person, groups, draft, save);
  const message = writeMessage(await subjectOf(context, save, current, published), [
    ...(save.resolution === undefined ? [] : [{ key: resolutionTrailer, value: save.resolution }]),
    ...writePrivacyTrailers(checked.added),
    ...signedBy(person),
    ...writeState({ status, base: base.id }),
  ]);
  const commit = await writeCommit({
    tree,
    parents: isRebased ? [draft.tip.id, main.id] : [side.id],
    author: person,
    message,
  });
  const reference = draft?.reference ?? damaged?.name ?? draftReference(name.collection, name.slug);
  return {
    moves: [{ name: reference, before: draft?.tip.id ?? damaged?.id, after: commit }],
    result: { commit, status, ...said, warnings: checked.warnings },
  };
}

/**
 * The draft, or the reference of one that Git cannot read any more: a new one, begun at the edited branch, takes its
 * place.
 */
async function readDraftOrDamaged(
  context: ActionContext,
  name: Save['name'],
): Promise<{ draft: Draft | undefined; damaged?: Reference | undefined }> {
  try {
    return { draft: await readDraft(context, name) };
  } catch (error) {
    if (!(error instanceof UnreadableObject)) throw error;
    const names = await listEntryBranches(context.repository, name);
    const all = await context.repository.listReferences(collectionPrefix(name.collection));
    return { draft: undefined, damaged: all.find((reference) => reference.name === names[0]) };
  }
}

/** Whether the text may show every image of the draft; one that it does not even name has to be dropped. */
function mayShowAll(draft: Draft | undefined, { text }: Save): boolean {
  return (draft?.images ?? []).every(({ path }) => text.includes(path.split('/').at(-1) ?? path));
}

function nextStatus(
  context: ActionContext,
  person: Person,
  groups: readonly string[],
  draft: Draft | undefined,
  save: Save,
): DraftStatus {
  const isApprover = mayPublish(person, groups) && !needsSecondPerson(context.secondPerson, groups);
  return statusAfterChange(draft?.status ?? save.status, !isApprover);
}
