import type { AnswerOf, ParamsOf } from '../../protocol/actions.ts';
import type { DraftFile } from '../../protocol/entry-shapes.ts';
import type { Person } from '../access/person.ts';
import { splitDraftId } from '../drafts/draft-state.ts';
import { groupsOfDraft, listDrafts, readDraft, requireDraft, type Draft } from '../drafts/drafts.ts';
import { describeJudgements } from '../drafts/judgements.ts';
import { findEntryFile, nameEntryAt, readEntryName, type EntryFile, type EntryName } from '../entries/entry-names.ts';
import { checkFilePath, entryPath } from '../entries/paths.ts';
import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { requestMessages } from '../messages/request-messages.ts';
import { mayPublish, needsSecondPerson } from '../permission/permissions.ts';
import { UnreadableObject } from '../repository/objects/object-reader.ts';
import type { ActionContext } from './action-context.ts';
import { mediaFile } from './media.ts';
import { readOrRefuse } from './read-files.ts';

export async function unpublishedEntries(context: ActionContext): Promise<string[]> {
  return (await listDrafts(context.repository)).map(idOf);
}

/**
 * The whole board in one answer, sent as it is read: Decap asks twice for each draft. Of a draft that Git cannot read
 * there is the `id` and an `error` that names it; the others are not affected.
 */
export async function* unpublishedBoard(
  context: ActionContext,
  _: ParamsOf<'unpublishedBoard'>,
  person: Person,
): AsyncGenerator<AnswerOf<'unpublishedBoard'>[number]> {
  for (const name of await listDrafts(context.repository)) {
    const entry = await describeOnBoard(context, person, name);
    if (entry) yield entry;
  }
}

async function describeOnBoard(
  context: ActionContext,
  person: Person,
  name: EntryName,
): Promise<AnswerOf<'unpublishedBoard'>[number] | undefined> {
  const id = idOf(name);
  try {
    const draft = await readDraft(context, name);
    // A branch made by hand that only takes its entry away has nothing to show.
    if (!draft?.after) return undefined;
    const data = (await context.repository.readFile(draft.after.id)).toString();
    return { ...(await describeDraft(context, person, draft)), id, data };
  } catch (error) {
    if (!(error instanceof UnreadableObject)) throw error;
    const { collection, slug } = name;
    return { id, collection, slug, data: null, error: entryMessages.unreadable(entryPath(collection, slug)) };
  }
}

export async function unpublishedEntry(context: ActionContext, params: ParamsOf<'unpublishedEntry'>, person: Person) {
  const { collection, slug } =
    params.id === undefined
      ? { collection: params.collection ?? '', slug: params.slug ?? '' }
      : splitDraftId(params.id);
  return describeDraft(context, person, await findDraft(context, collection, slug));
}

export async function unpublishedEntryDataFile(context: ActionContext, params: ParamsOf<'unpublishedEntryDataFile'>) {
  const { id, bytes } = await readDraftFile(context, params);
  return { data: bytes.toString(), revision: id };
}

export async function unpublishedEntryMediaFile(context: ActionContext, params: ParamsOf<'unpublishedEntryMediaFile'>) {
  const { id, bytes } = await readDraftFile(context, params);
  return mediaFile(params.path, id, bytes);
}

async function readDraftFile(
  context: ActionContext,
  { collection, slug, path }: ParamsOf<'unpublishedEntryDataFile'>,
): Promise<{ id: string; bytes: Buffer }> {
  const place = checkFilePath(path, context.mediaFolder);
  const draft = await findDraft(context, collection, slug);
  const isEntry = place.zone === 'content' && nameEntryAt(place.collection, path)?.id === draft.name.id;
  const id = isEntry ? draft.after?.id : await context.repository.findFile(draft.tip.tree, path);
  if (id === undefined) throw new HttpError(404, 'not-found', requestMessages.notFound);
  return { id, bytes: await readOrRefuse(context.repository, path, id) };
}

async function findDraft(context: ActionContext, collection: string, slug: string): Promise<Draft> {
  const name = readEntryName(collection, slug, context.mediaFolder);
  return requireDraft(context, name).catch((error: unknown) => {
    if (!(error instanceof UnreadableObject)) throw error;
    const path = entryPath(name.collection, name.slug);
    throw new HttpError(500, 'failed', entryMessages.unreadable(path), { path });
  });
}

async function describeDraft(
  context: ActionContext,
  person: Person,
  draft: Draft,
): Promise<AnswerOf<'unpublishedEntry'>> {
  const { repository } = context;
  const groups = await groupsOfDraft(context, draft);
  const isSecond = needsSecondPerson(context.secondPerson, groups);
  const reviewer = draft.reviewer;
  const isApproved =
    !isSecond || (reviewer !== undefined && draft.writers.every(({ login }) => login !== reviewer.login));
  const main = await repository.commit(repository.branch);
  const published = await findEntryFile(repository, main.tree, draft.name);
  const isBehind = published?.id !== draft.before?.id && published?.id !== draft.after?.id;
  return {
    collection: draft.name.collection,
    slug: draft.name.slug,
    status: draft.status,
    diffs: describeChanges(draft),
    updatedAt: draft.tip.author.when,
    pullRequestAuthor: draft.writers[0]?.name ?? draft.tip.author.name,
    writers: draft.writers.map(({ name }) => name),
    reviewer: reviewer?.name ?? null,
    needsSecondPerson: isSecond,
    mayPublish:
      draft.status === 'pending_publish' && isApproved && draft.foreign.length === 0 && mayPublish(person, groups),
    behind: isBehind,
    judgements: await describeJudgements(context, draft, main.tree),
  };
}

/** Decap takes the first file for the entry, so a moved one is told once, under its new path. */
function describeChanges({ before, after, images }: Draft): DraftFile[] {
  const isMoved = before !== undefined && before.path !== after?.path;
  const status = isMoved ? 'renamed' : before === undefined ? 'added' : 'modified';
  const entry = after === undefined ? [] : [{ ...describeFile(after, status), oldPath: before?.path ?? after.path }];
  return [...entry, ...images.map((image) => ({ ...describeFile(image, 'added'), binary: true }))];
}

function describeFile({ id, path }: EntryFile, status: DraftFile['status']): DraftFile {
  return { id, path, oldPath: path, newPath: path, status, newFile: status === 'added', binary: false };
}

function idOf({ collection, slug }: EntryName): string {
  return `${collection}/${slug}`;
}
