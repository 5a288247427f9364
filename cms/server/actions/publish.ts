import { mayPublish } from '../permission/permissions.ts';
import type { Person } from '../access/person.ts';
import { refuseTwinBranches } from '../drafts/branch-collisions.ts';
import { describeConflict } from '../entries/conflict.ts';
import { entrySubject, writeMessage } from '../entries/commit-message.ts';
import { factsOf, groupsOf, needsSecondPerson, signedBy, type Desk } from './desk.ts';
import { judgementsAt, readDraft, type Draft } from '../drafts/drafts.ts';
import { entryKey, findEntryFile, readEntryName, type EntryFile } from '../entries/entry-names.ts';
import { editExceptions } from '../entries/exception-edits.ts';
import { checkImage } from '../entries/image.ts';
import type { ParamsOf } from '../../protocol/actions.ts';
import { describe } from '../drafts/judgements.ts';
import { permissionMessages } from '../permission/permission-messages.ts';
import { writePrivacyTrailers } from '../entries/privacy-exceptions.ts';
import { HttpError } from '../messages/http-error.ts';
import type { Repository } from '../repository/repository.ts';
import { entryTrailer } from '../drafts/draft-state.ts';
import { entryMessages, resultMessages } from '../messages/entry-messages.ts';
import { listUnusedImages } from './prepare-save.ts';
import { refuseOvertaken } from './stale.ts';

/**
 * Joins a draft to the edited branch: one commit with both as parents. Only the entry and the images that it shows are
 * taken from the draft; a draft that holds anything else is refused, for nobody who reviewed it has seen that.
 */
export async function publishUnpublishedEntry(desk: Desk, params: ParamsOf<'publishUnpublishedEntry'>, person: Person) {
  const name = readEntryName(params.collection, params.slug, desk.mediaFolder);
  const { collection } = name;
  const { repository } = desk;
  const { result, workTree } = await repository.change(async ({ changeTree, writeCommit }) => {
    const draft = await readDraft(desk, name);
    if (!draft) throw new HttpError(404, 'not-found', entryMessages.noDraft);
    await refuseTwinBranches(repository, name);
    await refuseUnready(desk, person, draft);
    const entry = textOf(draft);
    await refuseUnseen(desk, draft, params.revision);
    const main = await repository.commit(repository.branch);
    await refuseOvertaken(desk, draft, main, () => false);

    const published = await findEntryFile(repository, main.tree, name);
    const gone = published && published.path !== entry.path ? [published.path] : [];
    const text = (await repository.readFile(entry.id)).toString();
    const checked = await desk.check({
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
      ...(await editExceptions(desk, main.tree, {
        judged: new Map([[entry.path, judgements]]),
        moved: new Map(gone.map((path) => [path, entry.path])),
        dropped: new Set(),
      })),
    ]);
    const subject = entrySubject('published', collection, await titleOf(desk, draft));
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

async function refuseUnready(desk: Desk, person: Person, draft: Draft): Promise<void> {
  const groups = await groupsOfDraft(desk, draft);
  if (!mayPublish(person, groups))
    throw new HttpError(403, 'not-allowed', permissionMessages.publish(groups, draft.status !== 'draft'));
  if (draft.foreign.length > 0) throw new HttpError(409, 'not-ready', entryMessages.foreignChanges(draft.foreign));
  if (draft.status !== 'pending_publish') throw new HttpError(409, 'not-ready', entryMessages.notReady);
  if (!needsSecondPerson(desk, groups)) return;
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
export async function groupsOfDraft(desk: Desk, { name, before, after }: Draft): Promise<string[]> {
  return groupsOf(
    desk,
    name.collection,
    [before, after].filter((file) => file !== undefined),
  );
}

/** The text that a decision is about, if the browser said which one it showed. */
export async function refuseUnseen(desk: Desk, { tip, after }: Draft, seen: string | undefined): Promise<void> {
  if (seen === undefined || after === undefined || after.id === seen) return;
  const yours = (await desk.repository.wasEverAt([tip.id], after.path, seen))
    ? (await desk.repository.readFile(seen)).toString()
    : '';
  throw await describeConflict(desk, {
    kind: 'unseen',
    where: 'draft',
    path: after.path,
    tip: tip.id,
    baseId: seen,
    theirsId: after.id,
    yours,
  });
}

export async function titleOf(desk: Desk, { name, before, after }: Draft): Promise<string> {
  const file = after ?? before;
  return file ? (await factsOf(desk, name.collection, file.path, file.id)).title : name.slug;
}

/** The image as it is published: a branch made by hand, or long ago, may hold what a save takes away. */
async function cleanImage(repository: Repository, { path, id }: EntryFile): Promise<EntryFile> {
  return { path, id: await repository.writeFile(checkImage(path, await repository.readFile(id))) };
}

function textOf({ after }: Draft): EntryFile {
  if (!after) throw new HttpError(409, 'not-ready', entryMessages.noTextInDraft);
  return after;
}
