import type { Git } from '../git/git.ts';
import { isAncestor } from '../git/history.ts';
import type { Objects } from '../objects/objects.ts';
import { findFile } from '../objects/tree.ts';

/**
 * Whether a published file went from its branch without anybody meaning it. Two ways are known: `git reset --hard`, as
 * `git stash` runs it, and `git rebase --abort` put the branch back to where it was when they began; and a commit made
 * from an index that is older than the branch takes back what the branch has.
 */
export async function findLoss(question: LossQuestion): Promise<boolean> {
  const { git, commit, tip } = question;
  return (await isAncestor(git, commit, tip)) ? question.isOutdated() : wasPutBackByRace(question);
}

/** The reference log says which command took the branch from a commit with the file to one without it. */
async function wasPutBackByRace({ git, objects, branch, path, now }: LossQuestion): Promise<boolean> {
  const out = await git
    .run(['log', '-g', '-n', String(maxLogEntries), '--format=%H %gs', branch])
    .catch(() => Buffer.from(''));
  let message = '';
  for (const line of out.toString().split('\n')) {
    const commit = await objects.commit(line.slice(0, line.indexOf(' ')));
    if (!commit || (await findFile(objects, commit.tree, path))?.id === now) break;
    message = line.slice(line.indexOf(' ') + 1);
  }
  // A reset to HEAD, or the end of a rebase given up, is meant to leave the branch as it is.
  return /^(?:reset: moving to HEAD$|rebase (?:-i )?\(abort\))/.test(message);
}

const maxLogEntries = 500;

interface LossQuestion {
  git: Git;
  objects: Objects;
  branch: string;
  path: string;
  /** Id of what was published. */
  now: string | undefined;
  /** The commit that published it. */
  commit: string;
  /** Where the branch is. */
  tip: string;
  /** Whether a checkout tells that its index is older than the branch. */
  isOutdated: () => Promise<boolean>;
}
