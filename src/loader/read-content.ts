import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { collections, type CollectionName } from '../schema/collections.ts';

const run = promisify(execFile);

/**
 * Every content file of the collections, with its path below the repository's root in POSIX form, in a stable order.
 */
export async function readContentFiles(root: string): Promise<ContentFile[]> {
  const files = await Promise.all(
    (Object.keys(collections) as CollectionName[]).map((name) => readCollectionFiles(root, name)),
  );
  return files.flat();
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

async function readCollectionFiles(root: string, collection: CollectionName): Promise<ContentFile[]> {
  const { folder, extension } = collections[collection];
  const top = path.join(root, 'content', folder);
  const names = await readdir(top, { recursive: true }).catch(() => []);
  const wanted = names.filter((name) => name.endsWith(`.${extension}`)).sort();
  return Promise.all(
    wanted.map(async (name) => ({
      collection,
      file: path.posix.join('content', folder, name.split(path.sep).join('/')),
      source: await readFile(path.join(top, name), 'utf8'),
    })),
  );
}

export interface ContentFile {
  collection: CollectionName;
  file: string;
  source: string;
}
