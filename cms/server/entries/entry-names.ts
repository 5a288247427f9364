import { collections } from '../../../src/schema/collections.ts';
import type { EditableCollection } from '../../../src/schema/editable-collections.ts';
import { prefectureIds } from '../../../src/schema/prefectures.ts';
import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import type { Repository } from '../repository/repository.ts';
import { readGroup } from './entry-facts.ts';
import { checkCollection, checkFilePath, checkSlug, entryPath } from './paths.ts';

/**
 * The name of an entry, from the slug that Decap gives it: `<group>/<id>` for Q&As, `<id>` elsewhere. Refuses any other
 * shape, and names that cannot be a file's.
 */
export function readEntryName(collection: string, slug: string, mediaFolder: string): EntryName {
  const name = nameEntry(checkCollection(collection), checkSlug(slug));
  if (!name)
    throw new HttpError(422, 'path', collection === 'qa' ? entryMessages.qaSlug(slug) : entryMessages.plainSlug(slug));
  checkFilePath(entryPath(name.collection, name.slug), mediaFolder);
  return name;
}

/** The same for a slug that may be anything; `undefined` where it names no entry. */
export function nameEntry(collection: EditableCollection, slug: string): EntryName | undefined {
  const [first = '', ...rest] = slug.split('/');
  const isShaped = collection === 'qa' ? rest.length === 1 && isGroup(first) : rest.length === 0;
  const id = rest[0] ?? first;
  return isShaped && /^[a-z0-9][a-z0-9_-]*$/.test(id) ? { collection, slug, id } : undefined;
}

/** The entry to which a file's path belongs, whichever group's folder it names. */
export function nameEntryAt(collection: EditableCollection, path: string): EntryName | undefined {
  const { folder, extension } = collections[collection];
  return nameEntry(collection, path.slice(`content/${folder}/`.length, -(extension.length + 1)));
}

/** Where the entry's file lies in a tree. An entry is its id: a Q&A is found in any group's folder. */
export async function findEntryFile(
  repository: Repository,
  tree: string,
  name: EntryName,
): Promise<EntryFile | undefined> {
  for (const path of listPlaces(name)) {
    const id = await repository.findFile(tree, path);
    if (id !== undefined) return { path, id };
  }
  return undefined;
}

/** Where a text belongs: a Q&A lies in the folder of its group, anything else where it always does. */
export function placeOfText({ collection, slug, id }: EntryName, text: string): string {
  const group = collection === 'qa' ? readGroup(collection, text) : undefined;
  return entryPath(collection, group !== undefined && isGroup(group) ? `${group}/${id}` : slug);
}

/** One key for the entry, under whichever of its names it was asked for. */
export function entryKey({ collection, id }: EntryName): string {
  return `${collection}/${id}`;
}

/** Every path that the entry can have, the one by which it was asked for first. */
function listPlaces({ collection, slug, id }: EntryName): string[] {
  const own = entryPath(collection, slug);
  return collection === 'qa'
    ? [own, ...prefectureIds.map((group) => entryPath(collection, `${group}/${id}`)).filter((path) => path !== own)]
    : [own];
}

function isGroup(name: string): boolean {
  return (prefectureIds as readonly string[]).includes(name);
}

export interface EntryName {
  collection: EditableCollection;
  /** As it was asked for; a Q&A's may name a group in which it lies no more. */
  slug: string;
  id: string;
}

export interface EntryFile {
  path: string;
  /** Id of the text in Git. */
  id: string;
}
