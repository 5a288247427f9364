import { mayPublish } from '../access/permissions.ts';
import type { Person } from '../access/person.ts';
import { needsSecondPerson, type Desk } from '../desk.ts';
import { listDrafts, readDraft, type Draft } from '../drafts.ts';
import { checkCollection, checkFilePath, checkSlug } from '../paths.ts';
import type { ParamsOf } from '../protocol.ts';
import { Refusal } from '../refusal.ts';
import { splitDraftId } from '../workflow.ts';
import { refusalWords as words } from '../words.ts';
import { mediaFile } from './media.ts';
import { groupsOfDraft } from './publish.ts';

export async function unpublishedEntries(desk: Desk): Promise<string[]> {
  return (await listDrafts(desk.repository)).map(({ collection, slug }) => `${collection}/${slug}`);
}

/** The whole board in one answer: Decap asks twice for each draft. */
export async function unpublishedBoard(desk: Desk, person: Person) {
  const entries = [];
  for (const { collection, slug } of await listDrafts(desk.repository)) {
    const draft = await readDraft(desk.repository, desk.mediaFolder, collection, slug);
    if (!draft) continue;
    const entry = draft.changes.find(({ path, after }) => path.startsWith('content/') && after !== undefined);
    const data = entry?.after === undefined ? null : (await desk.repository.readFile(entry.after)).toString();
    entries.push({ ...(await describeDraft(desk, person, draft)), id: `${collection}/${slug}`, data });
  }
  return entries;
}

export async function unpublishedEntry(desk: Desk, person: Person, params: ParamsOf<'unpublishedEntry'>) {
  const { collection, slug } = params.id === undefined ? { collection: params.collection ?? '', slug: params.slug ?? '' } : splitDraftId(params.id);
  return describeDraft(desk, person, await findDraft(desk, collection, slug));
}

export async function unpublishedEntryDataFile(desk: Desk, params: ParamsOf<'unpublishedEntryDataFile'>) {
  const { id, bytes } = await readDraftFile(desk, params);
  return { data: bytes.toString(), revision: id };
}

export async function unpublishedEntryMediaFile(desk: Desk, params: ParamsOf<'unpublishedEntryMediaFile'>) {
  const { id, bytes } = await readDraftFile(desk, params);
  return mediaFile(params.path, id, bytes);
}

async function readDraftFile(desk: Desk, { collection, slug, path }: ParamsOf<'unpublishedEntryDataFile'>): Promise<{ id: string; bytes: Buffer }> {
  checkFilePath(path, desk.mediaFolder);
  const draft = await findDraft(desk, collection, slug);
  const id = await desk.repository.findFile(draft.tip.tree, path);
  if (id === undefined) throw new Refusal(404, 'not-found', words.notFound);
  return { id, bytes: await desk.repository.readFile(id) };
}

async function findDraft(desk: Desk, collection: string, slug: string): Promise<Draft> {
  const draft = await readDraft(desk.repository, desk.mediaFolder, checkCollection(collection), checkSlug(slug));
  if (!draft) throw new Refusal(404, 'not-found', words.noDraft);
  return draft;
}

async function describeDraft(desk: Desk, person: Person, draft: Draft) {
  const { repository } = desk;
  const groups = await groupsOfDraft(desk, draft);
  const isSecond = needsSecondPerson(desk, groups);
  const reviewer = draft.reviewer;
  const isApproved = !isSecond || (reviewer !== undefined && draft.writers.every(({ login }) => login !== reviewer.login));
  const main = await repository.commit(repository.branch);
  const isBehind = await Promise.all(
    draft.changes.map(async ({ path, before, after }) => {
      const current = await repository.findFile(main.tree, path);
      return current !== before && current !== after;
    }),
  );
  return {
    collection: draft.collection,
    slug: draft.slug,
    status: draft.status,
    diffs: describeChanges(draft),
    updatedAt: draft.tip.author.when,
    pullRequestAuthor: draft.writers[0]?.name ?? draft.tip.author.name,
    writers: draft.writers.map(({ name }) => name),
    reviewer: reviewer?.name ?? null,
    needsSecondPerson: isSecond,
    mayPublish: draft.status === 'pending_publish' && isApproved && !draft.hasOtherChanges && mayPublish(person, groups),
    behind: isBehind.includes(true),
  };
}

/** Decap takes the first file for the entry, so a renamed one is told once, under its new path. */
function describeChanges({ changes }: Draft) {
  const gone = changes.filter(({ path, after }) => path.startsWith('content/') && after === undefined);
  const old = gone.length === 1 ? gone[0] : undefined;
  return changes.flatMap(({ path, before, after }) => {
    if (after === undefined) return [];
    const isRenamed = old !== undefined && before === undefined && path.startsWith('content/');
    const status = isRenamed ? 'renamed' : before === undefined ? 'added' : 'modified';
    return [{ id: after, path, oldPath: isRenamed ? old.path : path, newPath: path, status, newFile: status === 'added', binary: !path.startsWith('content/') }];
  });
}
