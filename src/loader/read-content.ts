import { execFile } from 'node:child_process';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { collectionOf } from '../lint/locate-file.ts';
import { collections, type CollectionName } from '../schema/collections.ts';

const run = promisify(execFile);

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

/** Those of the files that a collection holds, with their texts: one collection after the other. */
export async function readContentFiles(root: string, files: readonly string[]): Promise<ContentFile[]> {
  const ofCollection = Map.groupBy(files, collectionOf);
  const wanted = collectionNames.flatMap((collection) =>
    (ofCollection.get(collection) ?? []).map((file) => ({ collection, file })),
  );
  return Promise.all(
    wanted.map(async (entry) => ({ ...entry, source: await readFile(path.join(root, entry.file), 'utf8') })),
  );
}

/** ISO moment of each content file's last commit, by path; empty outside Git. One walk through the history. */
export async function readLastChanges(root: string): Promise<Map<string, string>> {
  const changes = new Map<string, string>();
  // Relative to `root`: it may be a folder inside a larger repository.
  const options = ['--format=%x00%cI', '--name-only', '--no-renames', '--relative'];
  const words = ['-c', 'core.quotePath=false', 'log', ...options, '--', 'content'];
  const log = await run('git', words, { cwd: root, maxBuffer: 1 << 29 }).catch(() => undefined);
  for (const commit of log?.stdout.split('\0') ?? []) {
    const [moment, ...files] = commit.split('\n').filter(Boolean);
    for (const file of files) if (moment && !changes.has(file)) changes.set(file, moment);
  }
  return changes;
}

async function isLinkToFile(place: string): Promise<boolean> {
  const target = await stat(place).catch(() => undefined);
  return target?.isFile() === true;
}

const collectionNames = Object.keys(collections) as CollectionName[];

export interface ContentFile {
  collection: CollectionName;
  file: string;
  source: string;
}
