import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { fetchHistory, type Timeouts } from './fetch-history.ts';

const run = promisify(execFile);

/**
 * ISO moment of each content file's last commit, by its path below `root`, where that is known. A shallow clone, as
 * hosted builds make, ends at commits that seem to have made every file: what happened before them is fetched from the
 * remote into a repository of our own in `cacheFolder`, or stays unknown.
 */
export async function readLastChanges(root: string, options: HistoryOptions = {}): Promise<LastChanges> {
  return toLastChanges(await readHistory(root, options));
}

function toLastChanges(known: KnownChanges | undefined): LastChanges {
  if (!known) return { changes: new Map(), note: notes.none };
  return { changes: known.changes, note: known.unknown.size === 0 ? undefined : notes.cut(known.unknown.size) };
}

/** Undefined outside Git, without Git, and where nothing was committed. */
async function readHistory(root: string, options: HistoryOptions): Promise<KnownChanges | undefined> {
  const { cacheFolder = path.resolve('.cache'), timeouts } = options;
  const [log, boundary] = await Promise.all([readLog(root, ['HEAD']), readBoundary(root)]);
  if (log === undefined) return undefined;
  const { changes, unknown } = findLastChanges(log, boundary);
  if (unknown.size > 0) {
    const hashes = log.flatMap(({ hash }) => (boundary.has(hash) ? [hash] : []));
    const earlier = await readEarlier(root, hashes, path.join(cacheFolder, 'history'), timeouts);
    for (const file of unknown) {
      const moment = earlier.get(file);
      if (moment === undefined) continue;
      unknown.delete(file);
      const later = changes.get(file);
      if (later === undefined || Date.parse(later) < Date.parse(moment)) changes.set(file, moment);
    }
  }
  for (const file of unknown) changes.delete(file);
  return { changes, unknown };
}

/**
 * As `readLastChanges`, to be called again and again: where the history has only grown, the new commits alone are read.
 */
export function followLastChanges(root: string, options: HistoryOptions = {}): () => Promise<LastChanges> {
  let head: string | undefined;
  let known: KnownChanges | undefined;
  let result: LastChanges | undefined;
  return async () => {
    const next = (await ask(root, ['rev-parse', 'HEAD']))?.trim();
    if (result && next !== undefined && next === head) return result;
    const grown = known && head !== undefined ? await addCommitsSince(root, head, known) : undefined;
    known = grown ?? (await readHistory(root, options));
    head = next;
    result = toLastChanges(known);
    return result;
  };
}

/**
 * What is known, with the commits since `head` added. Undefined if `head` is no ancestor of HEAD any more, or Git
 * fails.
 */
async function addCommitsSince(root: string, head: string, known: KnownChanges): Promise<KnownChanges | undefined> {
  if ((await ask(root, ['merge-base', '--is-ancestor', head, 'HEAD'])) === undefined) return undefined;
  const log = await readLog(root, [`${head}..HEAD`]);
  if (!log) return undefined;
  const changes = new Map(known.changes);
  const unknown = new Set(known.unknown);
  for (const [file, moment] of findLastChanges(log, new Set()).changes) {
    unknown.delete(file);
    // A merge brings commits that may be older than what was known.
    const earlier = changes.get(file);
    if (earlier === undefined || Date.parse(earlier) < Date.parse(moment)) changes.set(file, moment);
  }
  return { changes, unknown };
}

/** The changes up to these commits, as far as the remote has them. */
async function readEarlier(
  root: string,
  hashes: readonly string[],
  folder: string,
  timeouts: Timeouts | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (!(await fetchHistory({ root, hashes, folder, timeouts }))) return new Map();
  const prefix = await ask(root, ['rev-parse', '--show-prefix']);
  // Without `--git-dir`, Git would use the checkout that contains the cache folder.
  const gitOptions = ['--git-dir', folder];
  const log = await readLog(root, hashes, { gitOptions, prefix: (prefix ?? '').trim() });
  const { changes, unknown } = findLastChanges(log ?? [], await readBoundary(root, gitOptions));
  for (const file of unknown) changes.delete(file);
  return changes;
}

/** Newest first. Undefined outside Git, without Git, and where nothing was committed. */
async function readLog(
  root: string,
  from: readonly string[],
  { gitOptions = [], prefix = '' }: { gitOptions?: readonly string[]; prefix?: string } = {},
): Promise<Commit[] | undefined> {
  // Relative to `root`: it may be a folder inside a larger repository.
  const relative = prefix === '' ? '--relative' : `--relative=${prefix}`;
  const options = ['--format=%x00%H%n%cI', '--name-only', '--no-renames', relative];
  const args = [
    ...gitOptions,
    '-c',
    'core.quotePath=false',
    '-c',
    'log.showSignature=false',
    'log',
    ...options,
    ...from,
  ];
  const log = await ask(root, [...args, '--', gitOptions.length === 0 ? 'content' : `${prefix}content`]);
  return log
    ?.split('\0')
    .slice(1)
    .map((commit) => {
      const [hash = '', moment = '', ...files] = commit.split('\n').filter(Boolean);
      return { hash, moment, files };
    });
}

/** Commits whose parents a shallow clone left out. */
async function readBoundary(root: string, gitOptions: readonly string[] = []): Promise<ReadonlySet<string>> {
  const file = await ask(root, [...gitOptions, 'rev-parse', '--git-path', 'shallow']);
  const list = file && (await readFile(path.resolve(root, file.trim()), 'utf8').catch(() => ''));
  return new Set((list ?? '').split('\n').filter(Boolean));
}

function findLastChanges(log: readonly Commit[], boundary: ReadonlySet<string>): KnownChanges {
  const changes = new Map<string, string>();
  const unknown = new Set<string>();
  for (const { hash, moment, files } of log) {
    for (const file of files) {
      if (changes.has(file)) continue;
      if (boundary.has(hash)) unknown.add(file);
      else changes.set(file, moment);
    }
  }
  return { changes, unknown };
}

/** The output of a Git command; undefined when it fails or Git is missing. */
async function ask(root: string, args: readonly string[]): Promise<string | undefined> {
  return run('git', [...args], { cwd: root, maxBuffer: 1 << 29 }).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

const notes = {
  none: 'Gitの履歴がないため、質問と回答の更新日は、ページにも配信にもサイトマップにも書きません。',
  cut: (count: number) =>
    `Gitの履歴が途中までしかないため、内容のファイル${count}件の更新日は、ページにも配信にもサイトマップにも書きません（git fetch --unshallow か、GitHub Actions の fetch-depth: 0 で履歴がそろいます）。`,
};

interface Commit {
  hash: string;
  /** ISO. */
  moment: string;
  /** Paths of what it changed. */
  files: string[];
}

interface KnownChanges {
  changes: Map<string, string>;
  /** Changed before the history begins, or with its first commits: nobody can tell. */
  unknown: Set<string>;
}

export interface LastChanges {
  changes: ReadonlyMap<string, string>;
  /** A Japanese sentence where the moments of some files are not known. */
  note: string | undefined;
}

interface HistoryOptions {
  /** Where what is fetched is kept for the next build. */
  cacheFolder?: string;
  timeouts?: Timeouts;
}
