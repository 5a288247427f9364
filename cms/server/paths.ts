import { isImagePath } from '../../src/images/image-kind.ts';
import { collections, type CollectionName } from '../../src/schema/collections.ts';
import { Refusal } from './refusal.ts';
import { refusalWords as words } from './words.ts';

/**
 * The only paths that exist for the CMS: entries below their collection's folder, and images below the media folder. Names are
 * lower-case ASCII, so that no folding of case or Unicode, no encoding and no device name can make one path mean another.
 */
export function checkFilePath(path: string, mediaFolder: string): FilePlace {
  if (!isPlainPath(path)) throw outside();
  const collection = collectionOf(path);
  if (collection) return { zone: 'content', path, collection };
  if (isMediaPath(path, mediaFolder)) return { zone: 'media', path };
  throw outside();
}

export function checkEntryPath(path: string, collection: CollectionName, mediaFolder: string): string {
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
  const roots = [mediaFolder, ...names.map((name) => `content/${collections[name].folder}`)];
  if (!isPlainPath(path) || !roots.some((root) => path === root || path.startsWith(`${root}/`))) throw outside();
  return path;
}

export function isEditablePath(path: string, mediaFolder: string): boolean {
  return isPlainPath(path) && (collectionOf(path) !== undefined || isMediaPath(path, mediaFolder));
}

export function checkCollection(name: string): CollectionName {
  const found = names.find((known) => known === name);
  if (!found) throw new Refusal(404, 'not-found', words.notFound);
  return found;
}

/** `gifu/abc234de`: what Decap calls a slug is the path below the collection's folder. */
export function checkSlug(slug: string): string {
  if (slug.length > 120 || !/^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_-]*){0,3}$/.test(slug)) throw new Refusal(422, 'path', words.slug);
  return slug;
}

export function entryPath(collection: CollectionName, slug: string): string {
  const { folder, extension } = collections[collection];
  return `content/${folder}/${slug}.${extension}`;
}

const names = Object.keys(collections) as CollectionName[];
const segment = /^[a-z0-9](?:[a-z0-9_.-]*[a-z0-9_-])?$/;
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

function isPlainPath(path: string): boolean {
  const segments = path.split('/');
  return path.length <= 200 && segments.length <= 8 && segments.every((part) => segment.test(part) && !part.includes('..') && !deviceName.test(part));
}

function isMediaPath(path: string, mediaFolder: string): boolean {
  return path.startsWith(`${mediaFolder}/`) && isImagePath(path.slice(mediaFolder.length + 1));
}

function collectionOf(path: string): CollectionName | undefined {
  return names.find((name) => path.startsWith(`content/${collections[name].folder}/`) && path.endsWith(`.${collections[name].extension}`));
}

function outside(): Refusal {
  return new Refusal(422, 'path', words.path);
}

export type FilePlace = { zone: 'content'; path: string; collection: CollectionName } | { zone: 'media'; path: string };
