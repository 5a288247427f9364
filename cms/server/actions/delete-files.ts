import type { CollectionName } from '../../../src/schema/collections.ts';
import type { ParamsOf } from '../../protocol/actions.ts';
import type { Person } from '../access/person.ts';
import { entrySubject, signedBy, writeMessage } from '../entries/commit-message.ts';
import { describeConflict } from '../entries/conflict.ts';
import { factsOf, groupsOf } from '../entries/entry-facts.ts';
import { findEntryFile, nameEntryAt, type EntryFile } from '../entries/entry-names.ts';
import { checkFilePath, type FilePlace } from '../entries/paths.ts';
import { editExceptions } from '../entries/privacy-exceptions.ts';
import { commitMessages } from '../messages/commit-messages.ts';
import { entryMessages, resultMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import type { Removal } from '../permission/permission-messages.ts';
import { needsSecondPerson } from '../permission/permissions.ts';
import { requireMediaManager, requireRemover } from '../permission/require-permission.ts';
import type { Commit } from '../repository/objects/commit.ts';
import type { ActionContext } from './action-context.ts';
import { refuseWhileNeeded } from './still-needed.ts';

export async function deleteFile(context: ActionContext, { path, revision }: ParamsOf<'deleteFile'>, person: Person) {
  return deleteFiles(
    context,
    {
      paths: [path],
      ...(revision === undefined ? {} : { revisions: { [path]: revision } }),
    },
    person,
  );
}

/**
 * Removes published entries or images, each only in the version that the editor saw, and only if nothing still needs
 * it.
 */
export async function deleteFiles(
  context: ActionContext,
  { paths, revisions = {} }: ParamsOf<'deleteFiles'>,
  person: Person,
) {
  const { repository } = context;
  const places = [...new Set(paths)].map((path) => checkFilePath(path, context.mediaFolder));
  for (const { zone, path } of places) {
    if (zone === 'content' && !Object.hasOwn(revisions, path))
      throw new HttpError(422, 'revision', entryMessages.revisionMissing);
  }
  const { result, workTree } = await repository.change(async ({ changeTree, writeCommit }) => {
    const main = await repository.commit(repository.branch);
    const found: FoundFile[] = [];
    for (const asked of places) {
      const file = await findPlace(context, main, asked);
      if (file === undefined) continue;
      const { id } = file;
      const place = { ...asked, path: file.path };
      await refuseRemoval(context, person, place, { id, removal: 'delete' });
      const expected = Object.hasOwn(revisions, asked.path) ? revisions[asked.path] : id;
      if (expected !== id)
        throw await describeConflict(context, {
          kind: 'delete',
          where: 'published',
          path: place.path,
          tip: main.id,
          baseId: expected,
          theirsId: id,
          yours: '',
        });
      found.push({ place, id });
    }
    if (found.length === 0) return { moves: [], result: main.id };
    const entries = found.flatMap(({ place }) => (place.zone === 'content' ? [place.path] : []));
    const images = found.flatMap(({ place }) => (place.zone === 'media' ? [place.path] : []));
    await refuseWhileNeeded(context, main, { entries, images }, entryMessages.needed.delete);
    const tree = await changeTree(main.tree, [
      ...found.map(({ place }) => ({ path: place.path, id: undefined })),
      ...(await editExceptions(context, main.tree, { judged: new Map(), moved: new Map(), dropped: new Set(entries) })),
    ]);
    const commit = await writeCommit({
      tree,
      parents: [main.id],
      author: person,
      message: writeMessage(await subjectOf(context, found, main), signedBy(person)),
    });
    return { moves: [{ name: repository.branch, before: main.id, after: commit }], result: commit };
  });
  return { message: resultMessages.deleted, commit: result, workTree };
}

/** An entry is found wherever it lies now. */
async function findPlace(
  { repository }: ActionContext,
  { tree }: Commit,
  place: FilePlace,
): Promise<EntryFile | undefined> {
  const name = place.zone === 'content' ? nameEntryAt(place.collection, place.path) : undefined;
  if (name) return findEntryFile(repository, tree, name);
  const id = await repository.findFile(tree, place.path);
  return id === undefined ? undefined : { path: place.path, id };
}

/** Who may take an entry or an image off the site. */
export async function refuseRemoval(
  context: ActionContext,
  person: Person,
  place: FilePlace,
  { id, removal }: { id: string; removal: Removal },
): Promise<void> {
  if (place.zone === 'media') {
    requireMediaManager(person, 'removeImage');
    return;
  }
  const groups = await groupsOf(context, place.collection, [{ path: place.path, id }]);
  const isSecondNeeded = needsSecondPerson(context.secondPerson, groups);
  requireRemover(person, { groups, isSecondNeeded, removal, isQa: place.collection === 'qa' });
}

async function subjectOf(context: ActionContext, found: readonly FoundFile[], main: Commit): Promise<string> {
  const [first] = found;
  if (!first) return main.id;
  const name = first.place.path.split('/').at(-1) ?? '';
  if (first.place.zone === 'media') return commitMessages.imageDeleted(name);
  const collection: CollectionName = first.place.collection;
  return entrySubject('deleted', collection, (await factsOf(context, collection, first.place.path, first.id)).title);
}

interface FoundFile {
  place: FilePlace;
  id: string;
}
