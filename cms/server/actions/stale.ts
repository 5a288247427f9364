import type { Draft } from '../drafts/drafts.ts';
import { describeConflict } from '../entries/conflict.ts';
import { findEntryFile, type EntryFile } from '../entries/entry-names.ts';
import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import type { Commit } from '../repository/objects/commit.ts';
import type { ActionContext } from './action-context.ts';
import type { Save } from './prepare-save.ts';

/** Refuses a save that began from another version than the one it would replace, in whichever folder that lies. */
export async function refuseStale(
  context: ActionContext,
  save: Save,
  current: EntryFile | undefined,
  side: Commit,
  where: 'draft' | 'published',
): Promise<void> {
  const { target, expected, text } = save;
  if (current?.id === expected) return;
  throw await describeConflict(context, {
    kind: 'save',
    where,
    path: current?.path ?? target,
    tip: side.id,
    baseId: expected,
    theirsId: current?.id,
    yours: text,
  });
}

/** Refuses an image under a name that another image has. The draft's own images may be replaced. */
export async function refuseTakenImages(
  context: ActionContext,
  images: Save['images'],
  side: Commit,
  draft: Draft | undefined,
): Promise<void> {
  for (const { path, id } of images) {
    const current = await context.repository.findFile(side.tree, path);
    const isOwn = draft?.images.some((image) => image.path === path) === true;
    if (current !== undefined && current !== id && !isOwn) throw imageTaken(path);
  }
}

/**
 * Refuses a draft whose entry was published differently since it was begun, unless `isSeen` says of the published
 * version that the editor has looked at it.
 */
export async function refuseOvertaken(
  context: ActionContext,
  draft: Draft,
  main: Commit,
  isSeen: (mainId: string | undefined) => boolean,
): Promise<void> {
  const { before, after } = draft;
  const current = await findEntryFile(context.repository, main.tree, draft.name);
  if (current?.id !== before?.id && current?.id !== after?.id && !isSeen(current?.id)) {
    throw await describeConflict(context, {
      kind: 'publish',
      where: 'published',
      path: current?.path ?? after?.path ?? before?.path ?? '',
      tip: main.id,
      baseId: before?.id,
      theirsId: current?.id,
      yours: after === undefined ? '' : (await context.repository.readFile(after.id)).toString(),
      yoursId: after?.id,
    });
  }
  for (const { path, id } of draft.images) {
    const published = await context.repository.findFile(main.tree, path);
    if (published !== undefined && published !== id) throw imageTaken(path);
  }
}

/** The text that a decision is about, if the browser said which one it showed. */
export async function refuseUnseen(
  context: ActionContext,
  { tip, after }: Draft,
  seen: string | undefined,
): Promise<void> {
  if (seen === undefined || after === undefined || after.id === seen) return;
  const yours = (await context.repository.wasEverAt([tip.id], after.path, seen))
    ? (await context.repository.readFile(seen)).toString()
    : '';
  throw await describeConflict(context, {
    kind: 'unseen',
    where: 'draft',
    path: after.path,
    tip: tip.id,
    baseId: seen,
    theirsId: after.id,
    yours,
  });
}

function imageTaken(path: string): HttpError {
  return new HttpError(409, 'conflict', entryMessages.mediaTaken(path), { conflict: { kind: 'image', path } });
}
