import { collections, type CollectionName } from '../../../src/schema/collections.ts';
import type { NeededKind } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import type { Commit } from '../repository/objects/commit.ts';
import type { ActionContext } from './action-context.ts';

/** Refuses to remove what others refer to, naming them: as related, in a link, by a former address, as an image. */
export async function refuseWhileNeeded(
  context: ActionContext,
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
    await context.check({ tree: main.tree, changes, exceptions: [], reason: undefined, isPublishing: true });
  } catch (error) {
    if (!(error instanceof HttpError) || error.code !== 'content') throw error;
    const needing = (error.details.findings ?? []).filter(({ severity }) => severity === 'error');
    const referrers = [...new Map(needing.flatMap(({ path, entry }) => (entry ? [[path, entry]] : []))).values()];
    const [entry] = entries;
    const kind = (entry === undefined ? undefined : collectionAt(entry)) ?? 'image';
    const titles = referrers.map(({ title }) => title);
    throw new HttpError(422, 'content', say(titles, kind), {
      ...error.details,
      blockedBy: referrers.map(({ path }) => path),
      referrers,
    });
  }
}

function collectionAt(path: string): CollectionName | undefined {
  const names = Object.keys(collections) as CollectionName[];
  return names.find((name) => path.startsWith(`content/${collections[name].folder}/`));
}

interface Removed {
  /** Paths. */
  entries: readonly string[];
  images: readonly string[];
}

/** The sentence, with the titles of those that refer to it. */
type Say = (titles: readonly string[], kind: NeededKind) => string;
