import { describeConflict } from '../conflict.ts';
import type { Desk } from '../desk.ts';
import type { Draft } from '../drafts.ts';
import { Refusal } from '../refusal.ts';
import type { Commit } from '../repository/commit.ts';
import { refusalWords as words } from '../words.ts';
import type { Save } from './prepare-save.ts';

/** Refuses a save that began from another version than the one it would replace. */
export async function refuseStale(desk: Desk, save: Save, side: Commit, where: 'draft' | 'published'): Promise<void> {
  for (const { path, target, expected, text } of save.files) {
    const current = await desk.repository.findFile(side.tree, path);
    if (current !== expected) throw await describeConflict(desk, { kind: 'save', where, path, tip: side.id, baseId: expected, theirsId: current, yours: text });
    const inTheWay = target === path ? undefined : await desk.repository.findFile(side.tree, target);
    if (inTheWay !== undefined) throw await describeConflict(desk, { kind: 'save', where, path: target, tip: side.id, baseId: undefined, theirsId: inTheWay, yours: text });
  }
}

/** Refuses an image under a name that another image has. The draft's own images may be replaced. */
export async function refuseTakenImages(desk: Desk, images: Save['images'], side: Commit, draft: Draft | undefined): Promise<void> {
  for (const { path, id } of images) {
    const current = await desk.repository.findFile(side.tree, path);
    const isOwn = draft?.changes.some((change) => change.path === path && change.before === undefined) === true;
    if (current !== undefined && current !== id && !isOwn) throw new Refusal(409, 'conflict', words.mediaTaken(path), { conflict: { kind: 'image', path } });
  }
}

/**
 * Refuses a draft of which a file was published differently since it was begun, except for those versions that `isSeen`
 * says the editor has looked at.
 */
export async function refuseOvertaken(desk: Desk, draft: Draft, main: Commit, isSeen: (path: string, mainId: string | undefined) => boolean): Promise<void> {
  for (const { path, before, after } of draft.changes) {
    const current = await desk.repository.findFile(main.tree, path);
    if (current === before || current === after || isSeen(path, current)) continue;
    const yours = after === undefined ? '' : (await desk.repository.readFile(after)).toString();
    throw await describeConflict(desk, { kind: 'publish', where: 'published', path, tip: main.id, baseId: before, theirsId: current, yours, yoursId: after });
  }
}
