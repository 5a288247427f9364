import { commitMessages } from '../../messages/commit-messages.ts';
import { committer, type Git } from '../git/git.ts';
import { isAncestor } from '../git/history.ts';
import type { ReferenceMove } from '../git/references.ts';
import type { NewCommit } from '../objects/commit.ts';
import type { Objects } from '../objects/objects.ts';
import type { Edit } from '../objects/tree-writer.ts';
import { findFile } from '../objects/tree.ts';
import type { LostFile } from './guard.ts';

/**
 * Puts lost files back onto the branch: by its own commits where the branch was only moved back, else by a new one.
 * What somebody has changed in between stays.
 */
export async function planPutBack(
  { git, objects, branch }: PutBackParts,
  lost: readonly LostFile[],
  writer: CommitWriter,
) {
  const none = { moves: [] as ReferenceMove[], result: undefined };
  const tip = await objects.commit(branch);
  if (!tip) return none;
  const last = await findLastAbove(git, tip.id, lost);
  if (last !== undefined) return { moves: [{ name: branch, before: tip.id, after: last }], result: undefined };
  const edits: Edit[] = [];
  for (const { path, id, instead } of lost) {
    if ((await findFile(objects, tip.tree, path))?.id === instead) edits.push({ path, id });
  }
  if (edits.length === 0) return none;
  const tree = await writer.changeTree(tip.tree, edits);
  const commit = await writer.writeCommit({
    tree,
    parents: [tip.id],
    author: committer,
    message: `${commitMessages.putBack(edits.length)}\n`,
  });
  return { moves: [{ name: branch, before: tip.id, after: commit }], result: undefined };
}

/** The last of the commits that were lost, if the branch only has to go forward to it. */
async function findLastAbove(git: Git, tip: string, lost: readonly LostFile[]): Promise<string | undefined> {
  const commits = [...new Set(lost.map(({ commit }) => commit))];
  const newest = (await git.run(['rev-list', '--topo-order', '-n', '1', ...commits])).toString().trim();
  const isAbove = newest !== '' && newest !== tip && (await isAncestor(git, tip, newest));
  return isAbove ? newest : undefined;
}

interface PutBackParts {
  git: Git;
  objects: Objects;
  branch: string;
}

interface CommitWriter {
  changeTree: (tree: string, edits: readonly Edit[]) => Promise<string>;
  writeCommit: (commit: NewCommit) => Promise<string>;
}
