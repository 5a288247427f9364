import { realpath } from 'node:fs/promises';
import { repositoryMessages } from '../messages/repository-messages.ts';
import { createIndexLocks } from './checkout/index-lock.ts';
import type { Git } from './git/git.ts';
import { findDeleted, findForkPoint, findLastChange, findMentions, wasEverAt } from './git/history.ts';
import { mergeTexts } from './git/merge.ts';
import { listReferences, readCheckedOutBranch, shortName } from './git/references.ts';
import { openKeptObjects } from './objects/kept-objects.ts';
import { putDamagedAside } from './objects/loose-objects.ts';
import { openObjectWriter } from './objects/object-writer.ts';
import { openObjects } from './objects/objects.ts';
import { openTreeWriter } from './objects/tree-writer.ts';
import { compareTrees, findFile, findFolder, listFiles } from './objects/tree.ts';
import { createQueues } from './queue.ts';
import { openGuard } from './recovery/guard.ts';
import { readAbandonedNotes } from './recovery/journal.ts';
import { startMaintenance } from './recovery/maintenance.ts';
import { planPutBack } from './recovery/put-back.ts';
import { recover } from './recovery/recover.ts';
import { openRefUpdater } from './ref-updater.ts';
import type { Repository } from './repository.ts';
import { openTransactions, readCommit } from './transaction.ts';
import { openPrivateFolder, openUsableGit, UnusableRepository } from './usable.ts';

/** Opens a repository, puts right what a killed process left there, and looks after it until it is closed. */
export async function openRepository({ root, branch: wanted, checkPath }: RepositoryOptions): Promise<Repository> {
  const git = await openUsableGit(root);
  const top = await realpath(root);
  if (git.workTree !== undefined && git.workTree !== top)
    throw new UnusableRepository(repositoryMessages.notTop(root, git.workTree));
  const branch = await findBranch(git, wanted);
  const privateFolder = await openPrivateFolder(git);
  const kept = openKeptObjects(git);
  const objects = openObjects(git, kept.recall);
  const locks = createIndexLocks();
  const notes = await recover(git, { objects, locks }, await readAbandonedNotes(privateFolder), true);
  if (!(await objects.commit(branch))) throw new UnusableRepository(repositoryMessages.emptyBranch(shortName(branch)));
  if (await objects.commit('refs/heads/cms')) throw new UnusableRepository(repositoryMessages.branchInTheWay);

  const queues = createQueues(4, branch);
  const guard = await openGuard({
    git,
    objects,
    locks,
    branch,
    privateFolder,
    // What is put back was published through `checkPath`.
    putBack: async (lost) =>
      void (await queues.run(branch, () =>
        runTransaction(
          (writer) => planPutBack({ git, objects, branch }, lost, writer),
          () => undefined,
        ),
      )),
  });
  const updater = openRefUpdater({
    git,
    branch,
    objects,
    kept,
    locks,
    privateFolder,
    onPublished: guard.add,
    onHalfMoved: (note) => maintenance.recoverSoon(note),
  });
  const writeObject = openObjectWriter(git, kept);
  const trees = openTreeWriter(objects, writeObject);
  const runTransaction = openTransactions({ branch, writeObject, trees, updater, kept });
  await guard.check().catch((error: unknown) => console.error(error));
  const maintenance = startMaintenance({ git, parts: { objects, locks }, kept, guard, notes });

  return {
    branch,
    privateFolder,
    commit: (name) => readCommit(objects.commit, kept, name),
    findCommit: objects.commit,
    listFiles: (tree, folder, depth, onUnreadable) => listFiles(objects, tree, folder, depth, onUnreadable),
    findFile: async (tree, file) => (await findFile(objects, tree, file))?.id,
    findFolder: (tree, folder) => findFolder(objects, tree, folder),
    readFile: objects.file,
    fileSize: objects.size,
    writeFile: async (bytes) => {
      const id = await writeObject('blob', bytes);
      if (!objects.isDamaged(id)) return id;
      if (await putDamagedAside(git, id, privateFolder)) await writeObject('blob', bytes);
      objects.forgetDamage(id);
      return id;
    },
    compare: (before, after) => compareTrees(objects, before, after),
    listReferences: (prefix) => listReferences(git, prefix),
    findForkPoint: (one, other) => findForkPoint(git, one, other),
    findLastChange: (tip, file) => findLastChange(git, tip, file),
    findDeleted: (tip, file) => findDeleted(git, tip, file),
    findMentions: (tree, words, folders) => findMentions(git, tree, words, folders),
    wasEverAt: (tips, file, id) => wasEverAt(git, tips, file, id),
    readIdentity: () => readIdentity(git),
    listMerged: (prefix) => listReferences(git, prefix, branch),
    mergeTexts: (base, ours, theirs) => mergeTexts(git, privateFolder, base, ours, theirs),
    change: (work, reference = branch) => queues.run(reference, () => runTransaction(work, checkPath)),
    folderBehind: maintenance.folderBehind,
    close: async () => {
      await queues.settled();
      await maintenance.close();
      git.close();
    },
  };
}

async function findBranch(git: Git, wanted: string | undefined): Promise<string> {
  const branch = wanted === undefined ? await readCheckedOutBranch(git) : `refs/heads/${wanted}`;
  if (branch === undefined) throw new UnusableRepository(repositoryMessages.noBranch);
  return branch;
}

async function readIdentity(git: Git): Promise<{ name: string; mail: string } | undefined> {
  const [name = '', mail = ''] = await Promise.all(
    ['user.name', 'user.email'].map(async (key) =>
      (await git.run(['config', '--get', key], { accept: [1] })).toString().trim(),
    ),
  );
  return name === '' || mail === '' ? undefined : { name, mail };
}

export interface RepositoryOptions {
  /** Top folder of a clone, or a bare repository. */
  root: string;
  /** Short name of the branch that is edited; the checked-out one if left out. */
  branch?: string | undefined;
  /** The last check before a tree is written: throws for a path that no change may touch, whatever was planned. */
  checkPath: (path: string) => void;
}
