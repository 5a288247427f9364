import type { ParamsOf } from '../../protocol/actions.ts';
import type { Person } from '../access/person.ts';
import { refuseTwinBranches } from '../drafts/branch-collisions.ts';
import { groupsOfDraft, judgementsAt, requireDraft, titleOf, type Draft } from '../drafts/drafts.ts';
import { describe } from '../drafts/judgements.ts';
import { entrySubject, entryTrailer, signedBy, writeMessage } from '../entries/commit-message.ts';
import { entryKey, findEntryFile, readEntryName, type EntryFile } from '../entries/entry-names.ts';
import { checkImage } from '../entries/image.ts';
import { editExceptions, writePrivacyTrailers } from '../entries/privacy-exceptions.ts';
import { entryMessages, resultMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { needsSecondPerson } from '../permission/permissions.ts';
import { requirePublisher, requireReview } from '../permission/require-permission.ts';
import type { Repository } from '../repository/repository.ts';
import type { ActionContext } from './action-context.ts';
import { listUnusedImages } from './prepare-save.ts';
import { refuseOvertaken, refuseUnseen } from './stale.ts';

/**
 * Joins a draft to the edited branch: one commit with both as parents. Only the entry and the images that it shows are
 * taken from the draft; a draft that holds anything else is refused, for nobody who reviewed it has seen that.
 */
export async function publishUnpublishedEntry(
  context: ActionContext,
  params: ParamsOf<'publishUnpublishedEntry'>,
  person: Person,
) {
  const name = readEntryName(params.collection, params.slug, context.mediaFolder);
  const { collection } = name;
  const { repository } = context;
  const { result, workTree } = await repository.change(async ({ changeTree, writeCommit }) => {
    const draft = await requireDraft(context, name);
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
  requirePublisher(person, groups, draft.status !== 'draft');
  if (draft.foreign.length > 0) throw new HttpError(409, 'not-ready', entryMessages.foreignChanges(draft.foreign));
  if (draft.status !== 'pending_publish') throw new HttpError(409, 'not-ready', entryMessages.notReady);
  if (needsSecondPerson(context.secondPerson, groups)) requireReview(person, draft);
}

/** The image as it is published: a branch made by hand, or long ago, may hold what a save takes away. */
async function cleanImage(repository: Repository, { path, id }: EntryFile): Promise<EntryFile> {
  return { path, id: await repository.writeFile(checkImage(path, await repository.readFile(id))) };
}

function textOf({ after }: Draft): EntryFile {
  if (!after) throw new HttpError(409, 'not-ready', entryMessages.noTextInDraft);
  return after;
}
