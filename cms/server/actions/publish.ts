import { mayPublish, needsSecondPerson } from '../permission/permissions.ts';
import type { Person } from '../access/person.ts';
import { refuseTwinBranches } from '../drafts/branch-collisions.ts';
import { describeConflict } from '../entries/conflict.ts';
import { entrySubject, entryTrailer, signedBy, writeMessage } from '../entries/commit-message.ts';
import { judgementsAt, readDraft, type Draft } from '../drafts/drafts.ts';
import { entryKey, findEntryFile, readEntryName, type EntryFile } from '../entries/entry-names.ts';
import { checkImage } from '../entries/image.ts';
import type { ParamsOf } from '../../protocol/actions.ts';
import { describe } from '../drafts/judgements.ts';
import { permissionMessages } from '../permission/permission-messages.ts';
import { editExceptions, writePrivacyTrailers } from '../entries/privacy-exceptions.ts';
import { HttpError } from '../messages/http-error.ts';
import type { Repository } from '../repository/repository.ts';
import { entryMessages, resultMessages } from '../messages/entry-messages.ts';
import { listUnusedImages } from './prepare-save.ts';
import { refuseOvertaken } from './stale.ts';
import type { ActionContext } from './action-context.ts';
import { factsOf, groupsOf } from '../entries/entry-facts.ts';

/**
 * Joins a draft to the edited branch: one commit with both as parents. Only the entry and the images that it shows are
 * taken from the draft; a draft that holds anything else is refused, for nobody who reviewed it has seen that.
 */
export async function publishUnpublishedEntry(context: ActionContext, params: ParamsOf<'publishUnpublishedEntry'>, person: Person) {
  const name = readEntryName(params.collection, params.slug, context.mediaFolder);
  const { collection } = name;
  const { repository } = context;
  const { result, workTree } = await repository.change(async ({ changeTree, writeCommit }) => {
    const draft = await readDraft(context, name);
    if (!draft) throw new HttpError(404, 'not-found', entryMessages.noDraft);
    await refuseTwinBranches(repository, name);
    await refuseUnready(context, person, draft);
    const entry = textOf(draft);
    await refuseUnseen(context, draft, params.revision);
    const main = await repository.commit(repository.branch);
    await refuseOvertaken(context, draft, main, () => false);

    const published = await findEntryFile(repository, main.tree, name);
    const gone = published && published.path !== entry.path ? [published.path] : [];
    const text = (await repository.readFile(entry.id)).toString();
    const checked = await context.check({
      tree: main.tree,
      changes: {
        texts: new Map([...gone.map((path) => [path, undefined] as const), [entry.path, { text, collection }]]),
        images: draft.images.map(({ path }) => path),
        removedImages: new Set(),
      },
      exceptions: judgementsAt(draft, entry.path),
      reason: undefined,
      isPublishing: true,
    });
    const unused = listUnusedImages(draft.images, checked.shownAddresses);
    if (unused.length > 0)
      throw new HttpError(409, 'not-ready', entryMessages.unusedInDraft(unused.map(({ path }) => path)));

    const { judgements } = checked;
    const images = await Promise.all(draft.images.map((image) => cleanImage(repository, image)));
    const edits = [...gone.map((path) => ({ path, id: undefined })), entry, ...images];
    const tree = await changeTree(main.tree, [
      ...edits,
      ...(await editExceptions(context, main.tree, {
        judged: new Map([[entry.path, judgements]]),
        moved: new Map(gone.map((path) => [path, entry.path])),
        dropped: new Set(),
      })),
    ]);
    const subject = entrySubject('published', collection, await titleOf(context, draft));
    const message = writeMessage(subject, [
      { key: entryTrailer, value: entryKey(name) },
      ...writePrivacyTrailers(judgements),
      ...(draft.reviewer ? [{ key: 'Reviewed-by', value: draft.reviewer.name }] : []),
      ...signedBy(person),
    ]);
    const commit = await writeCommit({ tree, parents: [main.id, draft.tip.id], author: person, message });
    return {
      moves: [
        { name: repository.branch, before: main.id, after: commit },
        { name: draft.reference, before: draft.tip.id, after: undefined },
      ],
      result: {
        commit,
        paths: edits.map(({ path }) => path),
        warnings: checked.warnings,
        judgements: judgements.map(describe),
      },
    };
  });
  return { message: resultMessages.published, ...result, workTree };
}

async function refuseUnready(context: ActionContext, person: Person, draft: Draft): Promise<void> {
  const groups = await groupsOfDraft(context, draft);
  if (!mayPublish(person, groups))
    throw new HttpError(403, 'not-allowed', permissionMessages.publish(groups, draft.status !== 'draft'));
  if (draft.foreign.length > 0) throw new HttpError(409, 'not-ready', entryMessages.foreignChanges(draft.foreign));
  if (draft.status !== 'pending_publish') throw new HttpError(409, 'not-ready', entryMessages.notReady);
  if (!needsSecondPerson(context.secondPerson, groups)) return;
  const reviewer = draft.reviewer?.login;
  if (reviewer !== undefined && draft.writers.every(({ login }) => login !== reviewer)) return;
  const isWriter = draft.writers.some(({ login }) => login === person.login);
  throw new HttpError(
    403,
    'second-person',
    isWriter ? permissionMessages.notApproved : permissionMessages.approveYourself,
  );
}

/** Groups that answer for the draft: those of the text that it replaces and those of its own. */
export async function groupsOfDraft(context: ActionContext, { name, before, after }: Draft): Promise<string[]> {
  return groupsOf(
    context,
    name.collection,
    [before, after].filter((file) => file !== undefined),
  );
}

/** The text that a decision is about, if the browser said which one it showed. */
export async function refuseUnseen(context: ActionContext, { tip, after }: Draft, seen: string | undefined): Promise<void> {
  if (seen === undefined || after === undefined || after.id === seen) return;
  const yours = (await context.repository.wasEverAt([tip.id], after.path, seen))
    ? (await context.repository.readFile(seen)).toString()
    : '';
  throw await describeConflict(context, {
    kind: 'unseen',
    where: 'draft',
    path: after.path,
    tip: tip.id,
    baseId: seen,
    theirsId: after.id,
    yours,
  });
}

export async function titleOf(context: ActionContext, { name, before, after }: Draft): Promise<string> {
  const file = after ?? before;
  return file ? (await factsOf(context, name.collection, file.path, file.id)).title : name.slug;
}

/** The image as it is published: a branch made by hand, or long ago, may hold what a save takes away. */
async function cleanImage(repository: Repository, { path, id }: EntryFile): Promise<EntryFile> {
  return { path, id: await repository.writeFile(checkImage(path, await repository.readFile(id))) };
}

function textOf({ after }: Draft): EntryFile {
  if (!after) throw new HttpError(409, 'not-ready', entryMessages.noTextInDraft);
  return after;
}
