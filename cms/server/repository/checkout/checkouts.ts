import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Git } from '../git/git.ts';
import { readCheckedOutBranch } from '../git/references.ts';

/** Every work tree of the repository that is there now, with the branch that is checked out in it. */
export async function listCheckouts(git: Git): Promise<Checkout[]> {
  const main = await findMainWorkTree(git);
  const linked = findLinkedWorkTrees(git);
  return Promise.all([...main, ...linked].map((one) => describe(one)));
}

/** Path of a Git folder's index. */
export function indexFile({ gitFolder }: Git): string {
  return path.join(gitFolder, 'index');
}

async function describe(git: Git): Promise<Checkout> {
  return { git, branch: await readCheckedOutBranch(git), rebasing: readRebasedBranch(git) };
}

/** A rebase works on a detached HEAD, and at its end overwrites the branch, even if the branch moved meanwhile. */
function readRebasedBranch({ gitFolder }: Git): string | undefined {
  for (const folder of ['rebase-merge', 'rebase-apply']) {
    const name = readText(path.join(gitFolder, folder, 'head-name'));
    if (name !== undefined) return name.trim();
  }
  return undefined;
}

async function findMainWorkTree(git: Git): Promise<Git[]> {
  if (git.gitFolder === git.commonFolder) return git.workTree === undefined ? [] : [git];
  // The server was started in a linked work tree: the main one, if there is one, is the parent of the common folder.
  if (path.basename(git.commonFolder) !== '.git') return [git];
  const isBare =
    (
      await git.run(['config', '--file', path.join(git.commonFolder, 'config'), '--type=bool', '--get', 'core.bare'], {
        accept: [1],
      })
    )
      .toString()
      .trim() === 'true';
  return isBare ? [git] : [git, git.bind(git.commonFolder, path.dirname(git.commonFolder))];
}

function findLinkedWorkTrees(git: Git): Git[] {
  const folder = path.join(git.commonFolder, 'worktrees');
  const found: Git[] = [];
  for (const name of listFolder(folder)) {
    const gitFolder = path.join(folder, name);
    const pointer = readText(path.join(gitFolder, 'gitdir'))?.trim() ?? '';
    if (gitFolder === git.gitFolder || pointer === '') continue;
    const workTree = path.dirname(path.resolve(gitFolder, pointer));
    // One whose folder is gone is waiting to be pruned.
    if (statSync(workTree, { throwIfNoEntry: false })?.isDirectory() === true)
      found.push(git.bind(gitFolder, workTree));
  }
  return found;
}

// Called at every save: reading a small file synchronously takes a hundredth of the time that waiting for a thread of
// libuv's pool takes under load.
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export interface Checkout {
  git: Git;
  /** Full reference name; `undefined` when none is checked out. */
  branch: string | undefined;
  /** The branch that a rebase under way will move when it ends. */
  rebasing: string | undefined;
}
