import { mayPublish } from '../access/permissions.ts';
import type { Person } from '../access/person.ts';
import { entrySubject, writeMessage } from '../commit-message.ts';
import { factsOf, groupsOf, needsSecondPerson, signedBy, type Desk } from '../desk.ts';
import { readDraft, type Draft } from '../drafts.ts';
import { entryPath } from '../paths.ts';
import { writePrivacyTrailers } from '../privacy-exceptions.ts';
import { Refusal } from '../refusal.ts';
import type { Plan, Writer } from '../repository.ts';
import type { Commit } from '../repository/commit.ts';
import { draftReference, resolutionTrailer, statusAfterChange, writeState, type DraftStatus } from '../workflow.ts';
import { refusalWords as words } from '../words.ts';
import { editsOf, isAlreadyThere, type Save } from './prepare-save.ts';
import type { SaveResult } from './persist-entry.ts';
import { refuseOvertaken, refuseStale, refuseTakenImages } from './stale.ts';

/** Plans a save on the entry's own branch, begun at the edited branch if there is none yet. */
export async function planDraftSave(desk: Desk, person: Person, save: Save, { changeTree, writeCommit }: Writer): Promise<Plan<SaveResult>> {
  const { repository } = desk;
  const main = await repository.commit(repository.branch);
  const draft = await readDraft(repository, desk.mediaFolder, save.collection, save.slug);
  refuseForeignPaths(save, draft);
  const side = draft?.tip ?? main;
  const revisions = Object.fromEntries(save.files.map(({ target, id }) => [target, id]));
  if (await isAlreadyThere(desk, side.tree, save) && !save.files.some((file) => file.main)) {
    return { moves: [], result: { commit: side.id, status: draft?.status ?? null, revisions, warnings: [] } };
  }

  await refuseStale(desk, save, side, draft ? 'draft' : 'published');
  await refuseTakenImages(desk, save.images, side, draft);
  const isRebased = draft !== undefined && save.files.some((file) => file.main);
  if (isRebased) await refuseOvertaken(desk, draft, main, (path, current) => save.files.some((file) => file.path === path && file.main !== undefined && file.main.id === current));

  const base = isRebased || !draft ? main : draft.base;
  const start = isRebased ? await changeTree(main.tree, draft.changes.map(({ path, after }) => ({ path, id: after }))) : side.tree;
  const dropped = await findDroppedImages(desk, save, draft);
  const tree = await changeTree(start, [...dropped.map((path) => ({ path, id: undefined })), ...editsOf(save)]);
  const changes = changesOf(save);
  const images = [...changes.images, ...(draft?.changes ?? []).filter(({ path, after }) => path.startsWith(`${desk.mediaFolder}/`) && after !== undefined).map(({ path }) => path)];
  // Against what is published now: that is what the entry will have to fit.
  const checked = await desk.check({ tree: main.tree, changes: { ...changes, images }, exceptions: draft?.exceptions ?? [], reason: save.reason, isPublishing: false });

  const groups = await groupsOf(desk, save.collection, save.files.flatMap(({ path, target, id, expected }) => [{ path, id: expected }, { path: target, id }]));
  const status = nextStatus(desk, person, groups, draft, save);
  const message = writeMessage(await subjectOf(desk, save, main), [
    ...save.files.flatMap(({ resolution }) => (resolution === undefined ? [] : [{ key: resolutionTrailer, value: resolution }])),
    ...writePrivacyTrailers(checked.added),
    ...signedBy(person),
    ...writeState({ status, base: base.id }),
  ]);
  const commit = await writeCommit({ tree, parents: isRebased ? [draft.tip.id, main.id] : [side.id], author: person, message });
  return {
    moves: [{ name: draftReference(save.collection, save.slug), before: draft?.tip.id, after: commit }],
    result: { commit, status, revisions, warnings: checked.warnings },
  };
}

export function changesOf({ collection, files, images }: Save) {
  const moved = files.filter(({ path, target }) => path !== target).map(({ path }) => [path, undefined] as const);
  return { texts: new Map([...moved, ...files.map(({ target, text }) => [target, { text, collection }] as const)]), images: images.map(({ path }) => path), removedImages: new Set<string>() };
}

export async function subjectOf(desk: Desk, { collection, files }: Save, main: Commit): Promise<string> {
  const [file] = files;
  if (!file) return '';
  const { title } = await factsOf(desk, collection, file.target, file.id);
  const isOld = file.expected !== undefined || (await desk.repository.findFile(main.tree, file.path)) !== undefined;
  return entrySubject(file.path === file.target ? (isOld ? 'updated' : 'added') : 'renamed', collection, title);
}

/** A draft holds one entry: its own path, or the one to which it was renamed there. */
function refuseForeignPaths({ collection, slug, files }: Save, draft: Draft | undefined): void {
  for (const { path } of files) {
    if (path !== entryPath(collection, slug) && draft?.changes.some((change) => change.path === path) !== true) throw new Refusal(422, 'path', words.path);
  }
}

/** Images that came with the draft and that its text no longer shows. */
async function findDroppedImages(desk: Desk, { files, images }: Save, draft: Draft | undefined): Promise<string[]> {
  const own = (draft?.changes ?? []).filter(({ path, before, after }) => path.startsWith(`${desk.mediaFolder}/`) && before === undefined && after !== undefined);
  return own.map(({ path }) => path).filter((path) => !images.some((image) => image.path === path) && !files.some(({ text }) => text.includes(path.split('/').at(-1) ?? path)));
}

function nextStatus(desk: Desk, person: Person, groups: readonly string[], draft: Draft | undefined, save: Save): DraftStatus {
  const isApprover = mayPublish(person, groups) && !needsSecondPerson(desk, groups);
  return statusAfterChange(draft?.status ?? save.status, !isApprover);
}
