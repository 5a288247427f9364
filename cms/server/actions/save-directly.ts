import type { Person } from '../access/person.ts';
import { resolutionTrailer, signedBy, writeMessage } from '../entries/commit-message.ts';
import { groupsOf } from '../entries/entry-facts.ts';
import { findEntryFile } from '../entries/entry-names.ts';
import { editExceptions, writePrivacyTrailers } from '../entries/privacy-exceptions.ts';
import { needsSecondPerson } from '../permission/permissions.ts';
import { requireNoSecondPerson, requirePublisher } from '../permission/require-permission.ts';
import type { Plan, Writer } from '../repository/repository.ts';
import type { ActionContext } from './action-context.ts';
import {
  changesOf,
  isAlreadyThere,
  leave,
  refuseUnusedImages,
  subjectOf,
  type Save,
  type SaveResult,
} from './prepare-save.ts';
import { refuseStale, refuseTakenImages } from './stale.ts';
import { refuseTakenName } from './taken-names.ts';

/** Plans a save that is published at once. */
export async function planDirectSave(
  context: ActionContext,
  person: Person,
  save: Save,
  { changeTree, writeCommit }: Writer,
): Promise<Plan<SaveResult>> {
  const { repository } = context;
  const main = await repository.commit(repository.branch);
  const current = await findEntryFile(repository, main.tree, save.name);
  const groups = await groupsOf(context, save.name.collection, [
    ...(current ? [current] : []),
    { path: save.target, id: save.id },
  ]);
  requirePublisher(person, groups, false);
  requireNoSecondPerson(needsSecondPerson(context.secondPerson, groups));

  const said = { status: null, path: save.target, revisions: { [save.target]: save.id } };
  if (await isAlreadyThere(context, main.tree, current, save))
    return { moves: [], result: { commit: main.id, ...said, warnings: [] } };
  await refuseTakenName(context, save);
  await refuseStale(context, save, current, main, 'published');
  await refuseTakenImages(context, save.images, main, undefined);
  const checked = await context.check({
    tree: main.tree,
    changes: changesOf(save, current),
    exceptions: [],
    reason: save.reason,
    isPublishing: true,
  });
  refuseUnusedImages(save.images, checked.shownAddresses);
  const moved = new Map(current && current.path !== save.target ? [[current.path, save.target]] : []);
  const tree = await changeTree(main.tree, [
    ...leave(current, save),
    { path: save.target, id: save.id },
    ...save.images,
    ...(await editExceptions(context, main.tree, {
      judged: new Map([[save.target, checked.judgements]]),
      moved,
      dropped: new Set(),
    })),
  ]);
  const message = writeMessage(await subjectOf(context, save, current, current), [
    ...(save.resolution === undefined ? [] : [{ key: resolutionTrailer, value: save.resolution }]),
    ...writePrivacyTrailers(checked.added),
    ...signedBy(person),
  ]);
  const commit = await writeCommit({ tree, parents: [main.id], author: person, message });
  return {
    moves: [{ name: repository.branch, before: main.id, after: commit }],
    result: { commit, ...said, warnings: checked.warnings },
  };
}
