import type { Finding } from '../../../src/lint/finding.ts';
import { collections, type CollectionName } from '../../../src/schema/collections.ts';
import { factsOf, type Desk } from '../desk.ts';
import { Refusal } from '../refusal.ts';
import type { Commit } from '../repository/commit.ts';

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
    if (!(error instanceof Refusal) || error.code !== 'content') throw error;
    const findings = (error.details['findings'] ?? []) as { path: string; severity: Finding['severity'] }[];
    const paths = [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ path }) => path))];
    const titles = await Promise.all(paths.map((path) => titleAt(desk, main, path)));
    throw new Refusal(422, 'content', say(titles), { ...error.details, blockedBy: paths });
  }
}

async function titleAt(desk: Desk, main: Commit, path: string): Promise<string> {
  const collection = (Object.keys(collections) as CollectionName[]).find((name) =>
    path.startsWith(`content/${collections[name].folder}/`),
  );
  const id = await desk.repository.findFile(main.tree, path);
  return collection === undefined || id === undefined ? path : (await factsOf(desk, collection, path, id)).title;
}

interface Removed {
  /** Paths. */
  entries: readonly string[];
  images: readonly string[];
}

/** The sentence, with the titles of those that refer to it. */
type Say = (titles: readonly string[]) => string;
