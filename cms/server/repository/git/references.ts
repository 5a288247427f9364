import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openGitCoprocess } from './git-coprocess.ts';
import { GitError, type Git } from './git.ts';
import { removeReferenceLocks } from './reference-locks.ts';

/**
 * Moves references together, each only if it still is what `before` says. `false` when another one moved in between or
 * holds a lock: read again and try again. Where the Git command is killed, the references tell whether they have moved;
 * rejects with `PartialUpdate` where only some of them did.
 */
export function openReferenceMover(git: Git, readTip: (name: string) => Promise<string | undefined>): MoveReferences {
  const none = '0'.repeat(git.idLength);
  const updateRef = openGitCoprocess(git, ['update-ref', '-m', 'cms', '--stdin', '-z']);

  async function move(moves: readonly ReferenceMove[], isSecondTry = false): Promise<boolean> {
    const commands = moves.map(({ name, before, after }) =>
      after === undefined ? `delete ${name}\0${before ?? none}\0` : `update ${name}\0${after}\0${before ?? none}\0`,
    );
    try {
      await updateRef.ask(['start\0', ...commands, 'prepare\0', 'commit\0'].join(''), 3);
      return true;
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      if (error.signal === null && lockedPattern.test(error.message)) return false;
      if (error.signal === null || isSecondTry) throw error;
      await removeReferenceLocks(git, { at: Date.now() - maxKilledMs, refs: moves });
      const left: ReferenceMove[] = [];
      for (const one of moves) if ((await readTip(one.name)) !== one.after) left.push(one);
      if (left.length === 0) return true;
      if (left.length === moves.length) throw error;
      if (await move(left, true)) return true;
      throw new PartialUpdate('only some of the references moved', { cause: error });
    }
  }

  return move;
}

/** What was begun could be neither finished nor undone, as on a disk that filled up at that moment. */
export class PartialUpdate extends Error {}

const lockedPattern = /cannot lock ref|Unable to create|unable to lock|reference already exists/i;

/** A Git command is killed after half a minute at the latest. */
const maxKilledMs = 35_000;

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

/** `main` of `refs/heads/main`. */
export function shortName(reference: string): string {
  return reference.replace(/^refs\/heads\//, '');
}

function readHead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

export type MoveReferences = (moves: readonly ReferenceMove[]) => Promise<boolean>;

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
