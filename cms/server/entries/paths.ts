import { privacyExceptionsFile } from '../../../src/lint/privacy-exceptions.ts';
import {
  findWritablePlace,
  isPlainPath,
  listWritableFolders,
  type WritablePlace,
} from '../../../src/lint/writable-places.ts';
import { collections } from '../../../src/schema/collections.ts';
import { isEditableCollection, type EditableCollection } from '../../../src/schema/editable-collections.ts';
import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { requestMessages } from '../messages/request-messages.ts';

/** The only paths that exist for the CMS, to read and to write: those on the allowlist. Throws 422 for any other. */
export function checkFilePath(path: string, mediaFolder: string): FilePlace {
  const place = findWritablePlace(path, mediaFolder);
  if (!place) throw outside();
  return place;
}

/** What a commit may change: the allowlist, and the file of judgements that the server keeps itself. Throws 422. */
export function checkWrittenPath(path: string, mediaFolder: string): void {
  if (path !== privacyExceptionsFile) checkFilePath(path, mediaFolder);
}

export function checkEntryPath(path: string, collection: EditableCollection, mediaFolder: string): string {
  const place = checkFilePath(path, mediaFolder);
  if (place.zone !== 'content' || place.collection !== collection) throw outside();
  return path;
}

export function checkMediaPath(path: string, mediaFolder: string): string {
  if (checkFilePath(path, mediaFolder).zone !== 'media') throw outside();
  return path;
}

/** A collection's folder, or the media folder, or one below. */
export function checkFolder(path: string, mediaFolder: string): string {
  const isInside = listWritableFolders(mediaFolder).some((root) => path === root || path.startsWith(`${root}/`));
  if (!isPlainPath(path) || !isInside) throw outside();
  return path;
}

export function isEditablePath(path: string, mediaFolder: string): boolean {
  return findWritablePlace(path, mediaFolder) !== undefined;
}

export function checkCollection(name: string): EditableCollection {
  if (!isEditableCollection(name)) throw new HttpError(404, 'not-found', requestMessages.notFound);
  return name;
}

/** `gifu/abc234de`: what Decap calls a slug is the path below the collection's folder. */
export function checkSlug(slug: string): string {
  if (slug.length > 120 || !/^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_-]*){0,3}$/.test(slug))
    throw new HttpError(422, 'path', entryMessages.slug);
  return slug;
}

export function entryPath(collection: EditableCollection, slug: string): string {
  const { folder, extension } = collections[collection];
  return `content/${folder}/${slug}.${extension}`;
}

function outside(): HttpError {
  return new HttpError(422, 'path', entryMessages.path);
}

export type FilePlace = WritablePlace;
