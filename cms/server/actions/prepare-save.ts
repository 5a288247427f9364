import type { ParamsOf } from '../../protocol/actions.ts';
import type { DraftStatus, Finding } from '../../protocol/entry-shapes.ts';
import type { ContentChanges } from '../check/content-index.ts';
import { entrySubject } from '../entries/commit-message.ts';
import { factsOf } from '../entries/entry-facts.ts';
import { nameEntryAt, placeOfText, readEntryName, type EntryFile, type EntryName } from '../entries/entry-names.ts';
import { checkImage } from '../entries/image.ts';
import { checkEntryPath, checkMediaPath } from '../entries/paths.ts';
import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import type { Edit } from '../repository/objects/tree-writer.ts';
import type { ActionContext } from './action-context.ts';

/** Checks what a save asks for and stores its text and images; nothing refers to them yet. */
export async function prepareSave(
  context: ActionContext,
  { dataFiles, assets, options }: ParamsOf<'persistEntry'>,
): Promise<Save> {
  const { repository, mediaFolder } = context;
  const [file, ...others] = dataFiles;
  if (!file || others.length > 0) throw new HttpError(422, 'path', entryMessages.oneEntry);
  const name = readEntryName(options.collectionName, file.slug, mediaFolder);
  for (const path of [file.path, file.newPath ?? file.path]) {
    checkEntryPath(path, name.collection, mediaFolder);
    if (nameEntryAt(name.collection, path)?.id !== name.id)
      throw new HttpError(422, 'path', entryMessages.otherEntry(file.slug, path));
  }
  const expected = file.revision === undefined && options.newEntry === true ? null : file.revision;
  if (expected === undefined) throw new HttpError(422, 'revision', entryMessages.revisionMissing);
  const images = assets.map(({ path, content }) => {
    checkMediaPath(path, mediaFolder);
    return { path, bytes: checkImage(path, Buffer.from(content, 'base64')) };
  });
  if (new Set(images.map(({ path }) => path)).size !== images.length)
    throw new HttpError(422, 'path', entryMessages.path);
  return {
    name,
    target: placeOfText(name, file.raw),
    text: file.raw,
    id: await repository.writeFile(Buffer.from(file.raw)),
    expected: expected ?? undefined,
    main: file.mainRevision === undefined ? undefined : { id: file.mainRevision ?? undefined },
    resolution: file.resolution,
    images: await Promise.all(images.map(async ({ path, bytes }) => ({ path, id: await repository.writeFile(bytes) }))),
    reason: options.privacyReason,
    status: options.status ?? 'draft',
  };
}

/** The save as changes to the content that is published. */
export function changesOf(
  { name, target, text, images }: Save,
  published: EntryFile | undefined,
  others: readonly EntryFile[] = [],
): ContentChanges {
  const moved = published && published.path !== target ? [[published.path, undefined] as const] : [];
  return {
    texts: new Map([...moved, [target, { text, collection: name.collection }] as const]),
    images: [...images, ...others].map(({ path }) => path),
    removedImages: new Set<string>(),
  };
}

/** Takes the entry away from where it lay, if it goes elsewhere. */
export function leave(current: EntryFile | undefined, { target }: Save): Edit[] {
  return current && current.path !== target ? [{ path: current.path, id: undefined }] : [];
}

export async function subjectOf(
  context: ActionContext,
  save: Save,
  current: EntryFile | undefined,
  published: EntryFile | undefined,
): Promise<string> {
  const { collection } = save.name;
  const { title } = await factsOf(context, collection, save.target, save.id);
  const isMoved = current !== undefined && current.path !== save.target;
  return entrySubject(isMoved ? 'renamed' : current || published ? 'updated' : 'added', collection, title);
}

/** Whether everything already stands there: the answer to this very save was lost, and it was sent again. */
export async function isAlreadyThere(
  context: ActionContext,
  tree: string,
  current: EntryFile | undefined,
  save: Save,
): Promise<boolean> {
  if (current?.path !== save.target || current.id !== save.id) return false;
  for (const { path, id } of save.images) {
    if ((await context.repository.findFile(tree, path)) !== id) return false;
  }
  return true;
}

/** Refuses images that come with the save and that nobody who reads the entry would see. */
export function refuseUnusedImages(images: readonly EntryFile[], shownAddresses: ReadonlySet<string>): void {
  const unused = listUnusedImages(images, shownAddresses);
  if (unused.length > 0)
    throw new HttpError(
      422,
      'content',
      entryMessages.unusedImages(unused.map(({ path }) => path.split('/').at(-1) ?? path)),
    );
}

export function listUnusedImages(images: readonly EntryFile[], shownAddresses: ReadonlySet<string>): EntryFile[] {
  return images.filter(({ path }) => !shownAddresses.has(path.replace(/^public/, '')));
}

/** One entry and the images that came with it. */
export interface Save {
  name: EntryName;
  /** Path at which the text belongs; another than before when its group changed. */
  target: string;
  text: string;
  id: string;
  /** The version from which the change began; `undefined` for a new entry. */
  expected: string | undefined;
  /** The published version that the text already takes into account, if it was asked to. */
  main: { id: string | undefined } | undefined;
  resolution: 'overwrite' | 'merge' | undefined;
  images: EntryFile[];
  reason: string | undefined;
  status: 'draft' | 'pending_review' | 'pending_publish';
}

export interface SaveResult {
  commit: string;
  /** `null` where there is no draft. */
  status: DraftStatus | null;
  /** Where the entry lies now: its folder follows its group. */
  path: string;
  revisions: Record<string, string>;
  warnings: Finding[];
}
