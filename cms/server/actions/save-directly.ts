import { mayPublish } from '../access/permissions.ts';
import type { Person } from '../access/person.ts';
import { writeMessage } from '../commit-message.ts';
import { groupsOf, needsSecondPerson, signedBy, type Desk } from '../desk.ts';
import { editExceptions } from '../exception-edits.ts';
import { entryPath } from '../paths.ts';
import { writePrivacyTrailers } from '../privacy-exceptions.ts';
import { Refusal } from '../refusal.ts';
import type { Plan, Writer } from '../repository.ts';
import { resolutionTrailer } from '../workflow.ts';
import { refusalWords as words } from '../words.ts';
import type { SaveResult } from './persist-entry.ts';
import { editsOf, isAlreadyThere, type Save } from './prepare-save.ts';
import { changesOf, subjectOf } from './save-draft.ts';
import { refuseStale, refuseTakenImages } from './stale.ts';

/** Plans a save that is published at once. */
export async function planDirectSave(desk: Desk, person: Person, save: Save, { changeTree, writeCommit }: Writer): Promise<Plan<SaveResult>> {
  const { repository } = desk;
  const main = await repository.commit(repository.branch);
  if (save.files.some(({ path }) => path !== entryPath(save.collection, save.slug) && !save.files.some(({ target }) => target === entryPath(save.collection, save.slug)))) throw new Refusal(422, 'path', words.path);
  const before = await Promise.all(save.files.map(async ({ path }) => ({ path, id: await repository.findFile(main.tree, path) })));
  const groups = await groupsOf(desk, save.collection, [...before, ...save.files.map(({ target, id }) => ({ path: target, id }))]);
  if (!mayPublish(person, groups)) throw new Refusal(403, 'not-allowed', words.mayNotPublish);
  if (needsSecondPerson(desk, groups)) throw new Refusal(403, 'second-person', words.needsWorkflow);

  const revisions = Object.fromEntries(save.files.map(({ target, id }) => [target, id]));
  if (await isAlreadyThere(desk, main.tree, save)) return { moves: [], result: { commit: main.id, status: null, revisions, warnings: [] } };
  await refuseStale(desk, save, main, 'published');
  await refuseTakenImages(desk, save.images, main, undefined);
  const checked = await desk.check({ tree: main.tree, changes: changesOf(save), exceptions: [], reason: save.reason, isPublishing: true });
  const moved = new Map(save.files.filter(({ path, target }) => path !== target).map(({ path, target }) => [path, target]));
  const tree = await changeTree(main.tree, [...editsOf(save), ...(await editExceptions(desk, main.tree, { added: checked.added, moved, dropped: new Set() }))]);
  const message = writeMessage(await subjectOf(desk, save, main), [
    ...save.files.flatMap(({ resolution }) => (resolution === undefined ? [] : [{ key: resolutionTrailer, value: resolution }])),
    ...writePrivacyTrailers(checked.added),
    ...signedBy(person),
  ]);
  const commit = await writeCommit({ tree, parents: [main.id], author: person, message });
  return { moves: [{ name: repository.branch, before: main.id, after: commit }], result: { commit, status: null, revisions, warnings: checked.warnings } };
}
