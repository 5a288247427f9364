import { LRUCache } from 'lru-cache';
import type { CollectionName } from '../../../src/schema/collections.ts';
import type { Person } from '../access/person.ts';
import { readEntryFacts, type EntryFacts } from '../entries/entry-facts.ts';
import { editorTrailer } from '../drafts/draft-state.ts';
import type { Repository } from '../repository/repository.ts';
import type { Trailer } from '../repository/objects/commit.ts';
import { UnreadableObject } from '../repository/objects/object-reader.ts';
import type { ContentCheck } from '../check/check-content.ts';

/**
 * Groups that answer for a file, by what it says now and what it said before: moving it out of a group is that group's
 * matter too.
 */
export async function groupsOf(
  desk: Desk,
  collection: CollectionName,
  versions: readonly { path: string; id: string | undefined }[],
): Promise<string[]> {
  const groups = new Set<string>();
  for (const { path, id } of versions) {
    if (id === undefined) continue;
    for (const group of (await factsOf(desk, collection, path, id)).groups) groups.add(group);
  }
  return [...groups];
}

/** What the version `id` of an entry says about itself; read once, for versions do not change. */
export async function factsOf(
  { repository }: Desk,
  collection: CollectionName,
  path: string,
  id: string,
): Promise<EntryFacts> {
  const key = `${path} ${id}`;
  const known = facts.get(key);
  if (known) return known;
  const text = await readText(repository, id);
  const read = readEntryFacts(path, collection, text ?? '');
  if (text !== undefined) facts.set(key, read);
  return read;
}

/** `undefined` where Git cannot read it any more: the entry can be saved anew all the same. */
export async function readText(repository: Repository, id: string): Promise<string | undefined> {
  try {
    return (await repository.readFile(id)).toString();
  } catch (error) {
    if (error instanceof UnreadableObject) return undefined;
    throw error;
  }
}

const facts = new LRUCache<string, EntryFacts>({ max: 5_000 });

export function needsSecondPerson(desk: Desk, groups: readonly string[]): boolean {
  return groups.some((group) => desk.secondPerson.has(group));
}

export function signedBy(person: Person): Trailer[] {
  return [{ key: editorTrailer, value: person.login }];
}

/** What actions work with. */
export interface Desk {
  repository: Repository;
  /** As in `public/images`. */
  mediaFolder: string;
  /** Groups in which publishing needs a second person. */
  secondPerson: ReadonlySet<string>;
  check: ContentCheck;
}
