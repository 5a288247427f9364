import { isImagePath } from '../images/image-kind.ts';
import { collections } from '../schema/collections.ts';
import { editableCollections, type EditableCollection } from '../schema/editable-collections.ts';

/**
 * The allowlist of places that editors may write, shared by the server, the desk and the content check: the folders of
 * the collections that are data, and images below the media folder. What the build runs as code, as in `content/pages`,
 * is in none.
 */
export function findWritablePlace(path: string, mediaFolder: string): WritablePlace | undefined {
  if (!isPlainPath(path)) return undefined;
  const collection = editableCollections.find((name) => isEntryOf(name, path));
  if (collection) return { zone: 'content', path, collection };
  const isImage = path.startsWith(`${mediaFolder}/`) && isImagePath(path.slice(mediaFolder.length + 1));
  return isImage ? { zone: 'media', path } : undefined;
}

/** Folders in which something writable may stand. */
export function listWritableFolders(mediaFolder: string): string[] {
  return [mediaFolder, ...editableCollections.map((name) => `content/${collections[name].folder}`)];
}

/**
 * Names are lower-case ASCII, so that no folding of case or Unicode, no encoding and no device name can make one path
 * mean another.
 */
export function isPlainPath(path: string): boolean {
  const segments = path.split('/');
  const isPlain = (part: string): boolean => segment.test(part) && !part.includes('..') && !deviceName.test(part);
  return path.length <= 200 && segments.length <= 8 && segments.every(isPlain);
}

function isEntryOf(name: EditableCollection, path: string): boolean {
  return path.startsWith(`content/${collections[name].folder}/`) && path.endsWith(`.${collections[name].extension}`);
}

const segment = /^[a-z0-9](?:[a-z0-9_.-]*[a-z0-9_-])?$/;
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

export type WritablePlace =
  { zone: 'content'; path: string; collection: EditableCollection } | { zone: 'media'; path: string };
