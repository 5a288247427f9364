import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Git } from './git.ts';
import { GitError } from './git.ts';
import { openGitCoprocess } from './git-coprocess.ts';

/**
 * Moves references together, each only if it still is what `before` says. `false` when another one moved in between or
 * holds a lock: read again and try again.
 */
export function openReferenceMover(git: Git): (moves: readonly ReferenceMove[]) => Promise<boolean> {
  const none = '0'.repeat(git.idLength);
  const updateRef = openGitCoprocess(git, ['update-ref', '-m', 'cms', '--stdin', '-z']);
  return async (moves) => {
    const commands = moves.map(({ name, before, after }) =>
      after === undefined ? `delete ${name}\0${before ?? none}\0` : `update ${name}\0${after}\0${before ?? none}\0`,
    );
    try {
      await updateRef.ask(['start\0', ...commands, 'prepare\0', 'commit\0'].join(''), 3);
      return true;
    } catch (error) {
      if (
        error instanceof GitError &&
        error.signal === null &&
        /cannot lock ref|Unable to create|unable to lock|reference already exists/i.test(error.message)
      )
        return false;
      throw error;
    }
  };
}

/** Full names and tips of the references below `prefix`; with `mergedInto`, only those that it holds entirely. */
export async function listReferences(git: Git, prefix: string, mergedInto?: string): Promise<Reference[]> {
  const out = await git.run([
    'for-each-ref',
    '--format=%(refname) %(objectname)',
    ...(mergedInto === undefined ? [] : [`--merged=${mergedInto}`]),
    prefix,
  ]);
  return out
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ name: line.slice(0, line.indexOf(' ')), id: line.slice(line.indexOf(' ') + 1) }));
}

/** The branch that is checked out, as a full reference name; `undefined` when none is. */
export async function readCheckedOutBranch(git: Git): Promise<string | undefined> {
  const head = readHead(path.join(git.gitFolder, 'HEAD'));
  const written = /^ref: (refs\/heads\/.+)\n$/.exec(head)?.[1];
  // Where references are kept in another way, the file holds a name that is none.
  if (written !== undefined && written !== 'refs/heads/.invalid') return written;
  const name = (await git.run(['symbolic-ref', '-q', 'HEAD'], { accept: [1] })).toString().trim();
  return name === '' ? undefined : name;
}

function readHead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

export interface ReferenceMove {
  name: string;
  /** `undefined`: must not exist. */
  before: string | undefined;
  /** `undefined`: is removed. */
  after: string | undefined;
}

export interface Reference {
  name: string;
  id: string;
}
