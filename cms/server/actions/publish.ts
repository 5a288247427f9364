import { mayPublish } from '../access/permissions.ts';
import type { Person } from '../access/person.ts';
import { describeConflict } from '../conflict.ts';
import { entrySubject, writeMessage } from '../commit-message.ts';
import { factsOf, groupsOf, needsSecondPerson, signedBy, type Desk } from '../desk.ts';
import { readDraft, type Draft } from '../drafts.ts';
import { editExceptions } from '../exception-edits.ts';
import { checkCollection, checkSlug } from '../paths.ts';
import type { ParamsOf } from '../protocol.ts';
import { writePrivacyTrailers } from '../privacy-exceptions.ts';
import { Refusal } from '../refusal.ts';
import { entryTrailer } from '../workflow.ts';
import { answerWords, refusalWords as words } from '../words.ts';
import { refuseOvertaken } from './stale.ts';

/** Joins a draft to the edited branch: one commit with both as parents, and only the draft's files taken from it. */
export async function publishUnpublishedEntry(desk: Desk, person: Person, params: ParamsOf<'publishUnpublishedEntry'>) {
  const collection = checkCollection(params.collection);
  const slug = checkSlug(params.slug);
  const { repository } = desk;
  const { result, workTree } = await repository.change(async ({ changeTree, writeCommit }) => {
    const draft = await readDraft(repository, desk.mediaFolder, collection, slug);
    if (!draft) throw new Refusal(404, 'not-found', words.noDraft);
    await refuseUnready(desk, person, draft);
    await refuseUnseen(desk, draft, params.revision);
    const main = await repository.commit(repository.branch);
    await refuseOvertaken(desk, draft, main, () => false);
    const { texts, images, removed, moved } = await readChanges(desk, draft);
    const checked = await desk.check({ tree: main.tree, changes: { texts, images, removedImages: new Set(removed) }, exceptions: draft.exceptions, reason: undefined, isPublishing: true });
    const dropped = new Set([...texts].flatMap(([path, text]) => (text === undefined && !moved.has(path) ? [path] : [])));
    const published = draft.exceptions.filter(({ file }) => texts.get(file) !== undefined);
    const tree = await changeTree(main.tree, [
      ...draft.changes.map(({ path, after }) => ({ path, id: after })),
      ...(await editExceptions(desk, main.tree, { added: published, moved, dropped })),
    ]);
    const subject = entrySubject('published', collection, await titleOf(desk, draft));
    const message = writeMessage(subject, [
      { key: entryTrailer, value: `${collection}/${slug}` },
      ...writePrivacyTrailers(published),
      ...(draft.reviewer ? [{ key: 'Reviewed-by', value: draft.reviewer.name }] : []),
      ...signedBy(person),
    ]);
    const commit = await writeCommit({ tree, parents: [main.id, draft.tip.id], author: person, message });
    return {
      moves: [
        { name: repository.branch, before: main.id, after: commit },
        { name: draft.reference, before: draft.tip.id, after: undefined },
      ],
      result: { commit, paths: draft.changes.map(({ path }) => path), warnings: checked.warnings },
    };
  });
  return { message: answerWords.published, ...result, workTree };
}

export async function refuseUnready(desk: Desk, person: Person, draft: Draft): Promise<void> {
  const groups = await groupsOfDraft(desk, draft);
  if (!mayPublish(person, groups)) throw new Refusal(403, 'not-allowed', words.mayNotPublish);
  if (draft.hasOtherChanges) throw new Refusal(409, 'not-ready', words.notEmptyChange);
  if (draft.status !== 'pending_publish') throw new Refusal(409, 'not-ready', words.notReady);
  if (!needsSecondPerson(desk, groups)) return;
  const reviewer = draft.reviewer?.login;
  if (reviewer === undefined || draft.writers.some(({ login }) => login === reviewer)) throw new Refusal(403, 'second-person', words.notApproved);
}

export async function groupsOfDraft(desk: Desk, draft: Draft): Promise<string[]> {
  const texts = draft.changes.filter(({ path }) => path.startsWith('content/'));
  return groupsOf(desk, draft.collection, texts.flatMap(({ path, before, after }) => [{ path, id: before }, { path, id: after }]));
}

/** The text that a decision is about, if the browser said which one it showed. */
export async function refuseUnseen(desk: Desk, draft: Draft, seen: string | undefined): Promise<void> {
  const entry = draft.changes.find(({ path, after }) => path.startsWith('content/') && after !== undefined);
  if (seen === undefined || entry === undefined || entry.after === seen) return;
  const yours = (await desk.repository.wasEverAt([draft.tip.id], entry.path, seen)) ? (await desk.repository.readFile(seen)).toString() : '';
  throw await describeConflict(desk, { kind: 'unseen', where: 'draft', path: entry.path, tip: draft.tip.id, baseId: seen, theirsId: entry.after, yours });
}

export async function titleOf(desk: Desk, draft: Draft): Promise<string> {
  const entry = draft.changes.find(({ path }) => path.startsWith('content/'));
  const id = entry?.after ?? entry?.before;
  return entry && id !== undefined ? (await factsOf(desk, draft.collection, entry.path, id)).title : draft.slug;
}

async function readChanges(desk: Desk, draft: Draft) {
  const entries = draft.changes.filter(({ path }) => path.startsWith('content/'));
  const images = draft.changes.filter(({ path }) => !path.startsWith('content/'));
  const texts = await Promise.all(
    entries.map(async ({ path, after }) => [path, after === undefined ? undefined : { text: (await desk.repository.readFile(after)).toString(), collection: draft.collection }] as const),
  );
  const [gone, come] = [entries.filter(({ after }) => after === undefined), entries.filter(({ before }) => before === undefined)];
  const moved = new Map(gone[0] && come[0] && gone.length === 1 && come.length === 1 ? [[gone[0].path, come[0].path]] : []);
  return { texts: new Map(texts), images: images.filter(({ after }) => after !== undefined).map(({ path }) => path), removed: images.filter(({ after }) => after === undefined).map(({ path }) => path), moved };
}
