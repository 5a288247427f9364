import type { ParamsOf } from '../../protocol/actions.ts';
import type { Person } from '../access/person.ts';
import { refuseBranchInTheWay } from '../drafts/branch-collisions.ts';
import { draftReference, writeState } from '../drafts/draft-state.ts';
import { readDraft } from '../drafts/drafts.ts';
import { entrySubject, signedBy, writeMessage } from '../entries/commit-message.ts';
import { describeConflict } from '../entries/conflict.ts';
import { factsOf } from '../entries/entry-facts.ts';
import { findEntryFile, nameEntryAt, readEntryName } from '../entries/entry-names.ts';
import { editExceptions, readExceptions, writePrivacyTrailers } from '../entries/privacy-exceptions.ts';
import { entryMessages, resultMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import type { ActionContext } from './action-context.ts';
import { refuseRemoval } from './delete-files.ts';
import { refuseWhileNeeded } from './still-needed.ts';

/**
 * Takes an entry off the site and keeps it as a draft with the same text: both references move together or not at all.
 * The images of the entry stay in the library, and what was judged of its text goes along with the draft.
 */
export async function unpublishEntry(context: ActionContext, params: ParamsOf<'unpublishEntry'>, person: Person) {
  const asked = readEntryName(params.collection, params.slug, context.mediaFolder);
  const { repository } = context;
  const { result, workTree } = await repository.change(async ({ changeTree, writeCommit }) => {
    const main = await repository.commit(repository.branch);
    const file = await findEntryFile(repository, main.tree, asked);
    if (!file) throw new HttpError(404, 'not-found', entryMessages.notPublished);
    const { path, id } = file;
    const name = nameEntryAt(asked.collection, path) ?? asked;
    const { collection } = name;
    await refuseRemoval(context, person, { zone: 'content', path, collection }, { id, removal: 'unpublish' });
    if (await readDraft(context, name)) throw new HttpError(409, 'not-ready', entryMessages.hasDraft);
    await refuseBranchInTheWay(repository, name);
    if (params.revision !== id) {
      const place = { kind: 'delete', where: 'published', path, tip: main.id } as const;
      throw await describeConflict(context, { ...place, baseId: params.revision, theirsId: id, yours: '' });
    }
    await refuseWhileNeeded(context, main, { entries: [path], images: [] }, entryMessages.needed.unpublish);

    const judged = await readExceptions(context, main.tree, path);
    const tree = await changeTree(main.tree, [
      { path, id: undefined },
      ...(await editExceptions(context, main.tree, { judged: new Map(), moved: new Map(), dropped: new Set([path]) })),
    ]);
    const { title } = await factsOf(context, collection, path, id);
    const write = (parent: string, newTree: string, trailers: Parameters<typeof writeMessage>[1]) =>
      writeCommit({
        tree: newTree,
        parents: [parent],
        author: person,
        message: writeMessage(entrySubject('unpublished', collection, title), trailers),
      });
    const removal = await write(main.id, tree, signedBy(person));
    const draft = await write(removal, await changeTree(tree, [file]), [
      ...writePrivacyTrailers(judged),
      ...signedBy(person),
      ...writeState({ status: 'draft', base: removal }),
    ]);
    return {
      moves: [
        { name: repository.branch, before: main.id, after: removal },
        { name: draftReference(collection, name.slug), before: undefined, after: draft },
      ],
      result: { commit: removal, status: 'draft' as const, path, revisions: { [path]: id } },
    };
  });
  return { message: resultMessages.unpublished, ...result, workTree };
}
