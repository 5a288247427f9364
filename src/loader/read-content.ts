import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { collectionOf } from '../lint/locate-file.ts';
import { collections, type CollectionName } from '../schema/collections.ts';
import { withPlainLineEnds } from '../text/fingerprint.ts';

/**
 * POSIX paths below `root` of every file in `content/`, in a stable order; none where the folder is missing. A link to
 * a file counts as that file.
 */
export async function listContentFiles(root: string): Promise<string[]> {
  const top = path.join(root, 'content');
  const entries = await readdir(top, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    entries.map(async (entry) => {
      const place = path.join(entry.parentPath, entry.name);
      const isFile = entry.isFile() || (entry.isSymbolicLink() && (await isLinkToFile(place)));
      return isFile ? [path.relative(root, place).split(path.sep).join('/')] : [];
    }),
  );
  return files.flat().sort();
}

/** Those of the files that a collection holds: one collection after the other. */
export function listCollectionFiles(files: readonly string[]): CollectionFile[] {
  const ofCollection = Map.groupBy(files, collectionOf);
  return collectionNames.flatMap((collection) =>
    (ofCollection.get(collection) ?? []).map((file) => ({ collection, file })),
  );
}

/** The text of a file, whatever line ends it has on this machine: what is built of it does not depend on them. */
export async function readText(file: string): Promise<string> {
  return withPlainLineEnds(await readFile(file, 'utf8'));
}

async function isLinkToFile(place: string): Promise<boolean> {
  const target = await stat(place).catch(() => undefined);
  return target?.isFile() === true;
}

const collectionNames = Object.keys(collections) as CollectionName[];

export interface CollectionFile {
  collection: CollectionName;
  /** POSIX path below the root. */
  file: string;
}

export interface ContentFile extends CollectionFile {
  source: string;
}
