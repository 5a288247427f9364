import type { Finding } from '../../../src/lint/finding.ts';
import { collections, type CollectionName } from '../../../src/schema/collections.ts';
import { isEditableCollection } from '../../../src/schema/editable-collections.ts';
import { factsOf, type Desk } from '../desk.ts';
import { nameEntryAt } from '../entry-names.ts';
import { HttpError } from '../http-error.ts';
import type { Commit } from '../repository/commit.ts';
import type { NeededKind } from '../words.ts';

/** Refuses to remove what others refer to, naming them: as related, in a link, by a former address, as an image. */
export async function refuseWhileNeeded(
  desk: Desk,
  main: Commit,
  { entries, images }: Removed,
  say: Say,
): Promise<void> {
  const changes = {
    texts: new Map(entries.map((path) => [path, undefined])),
    images: [],
    removedImages: new Set(images),
  };
  try {
    await desk.check({ tree: main.tree, changes, exceptions: [], reason: undefined, isPublishing: true });
  } catch (error) {
    if (!(error instanceof HttpError) || error.code !== 'content') throw error;
    const findings = (error.details['findings'] ?? []) as { path: string; severity: Finding['severity'] }[];
    const paths = [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ path }) => path))];
    const users = await Promise.all(paths.map((path) => describeUser(desk, main, path)));
    const [entry] = entries;
    const kind = (entry === undefined ? undefined : collectionAt(entry)) ?? 'image';
    const titles = users.map(({ title }) => title);
    throw new HttpError(422, 'content', say(titles, kind), { ...error.details, blockedBy: paths, users });
  }
}

/** Title and name of an entry, from which the desk makes a link; only the path of what is no entry of the desk. */
async function describeUser(desk: Desk, main: Commit, path: string): Promise<User> {
  const collection = collectionAt(path);
  const id = await desk.repository.findFile(main.tree, path);
  if (collection === undefined || id === undefined) return { path, title: path };
  const { title } = await factsOf(desk, collection, path, id);
  const name = isEditableCollection(collection) ? nameEntryAt(collection, path) : undefined;
  return { path, title, ...(name === undefined ? {} : { collection, slug: name.slug }) };
}

function collectionAt(path: string): CollectionName | undefined {
  const names = Object.keys(collections) as CollectionName[];
  return names.find((name) => path.startsWith(`content/${collections[name].folder}/`));
}

interface User {
  path: string;
  title: string;
  collection?: string;
  slug?: string;
}

interface Removed {
  /** Paths. */
  entries: readonly string[];
  images: readonly string[];
}

/** The sentence, with the titles of those that refer to it. */
type Say = (titles: readonly string[], kind: NeededKind) => string;
