import { realpath } from 'node:fs/promises';
import { formatCommit, type Commit, type NewCommit, type Signature } from './objects/commit.ts';
import type { Git } from './git/git.ts';
import { openGuard, type LostFile } from './recovery/guard.ts';
import { putDamagedAside } from './objects/heal-object.ts';
import { findDeleted, findForkPoint, findLastChange, findMentions, wasEverAt } from './git/history.ts';
import { readIdentity } from './identity.ts';
import { createIndexLocks } from './checkout/index-lock.ts';
import { openKeptObjects } from './objects/kept-objects.ts';
import { startMaintenance } from './recovery/maintenance.ts';
import { mergeTexts } from './git/merge.ts';
import { openRefUpdater, type HeldIndexes } from './ref-updater.ts';
import { UnreadableObject } from './objects/object-reader.ts';
import { openObjects } from './objects/objects.ts';
import { openObjectWriter } from './objects/object-writer.ts';
import { planPutBack } from './recovery/put-back.ts';
import { createQueues } from './queue.ts';
import { recover } from './recovery/recover.ts';
import { readAbandonedNotes } from './recovery/journal.ts';
import { listReferences, readCheckedOutBranch, type Reference, type ReferenceMove } from './git/references.ts';
import { compareTrees, findFile, findFolder, listFiles, type Change, type ListedFile } from './objects/tree.ts';
import { openTreeWriter, type Edit } from './objects/tree-writer.ts';
import { openPrivateFolder, openUsableGit, UnusableRepository } from './usable.ts';
import type { WorkTreeResult } from './checkout/work-tree.ts';
import { repositoryMessages } from '../messages/repository-messages.ts';

/**
 * The repository as the CMS sees it: files at commits, and references that move only if nobody else moved them. What is
 * checked out of a branch moves with it, as one step; a failure at any moment leaves unreferenced objects at most.
 */
export async function openRepository({ root, branch: wanted }: RepositoryOptions): Promise<Repository> {
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
  if (!(await objects.commit(branch))) throw new UnusableRepository(repositoryMessages.emptyBranch(shorten(branch)));
  if (await objects.commit('refs/heads/cms')) throw new UnusableRepository(repositoryMessages.branchInTheWay);

  const writeObject = openObjectWriter(git, kept);
  const trees = openTreeWriter(objects, writeObject);
  const guard = await openGuard({ git, objects, locks, branch, privateFolder, putBack: (lost) => putBack(lost) });
  await guard.check().catch((error: unknown) => console.error(error));
  const maintenance = startMaintenance({ git, parts: { objects, locks }, kept, guard, notes });
  const mover = openRefUpdater({
    git,
    branch,
    objects,
    kept,
    locks,
    privateFolder,
    onPublished: guard.add,
    onHalfMoved: maintenance.recoverSoon,
  });
  const queues = createQueues(4, branch);

  const commit = async (name: string): Promise<Commit> => {
    const found =
      (await objects.commit(name)) ?? ((await kept.restoreAll()) > 0 ? await objects.commit(name) : undefined);
    if (!found) throw new MissingCommit(`no commit ${name}`);
    return found;
  };

  async function attemptOnce<Result>(work: (writer: Writer) => Promise<Plan<Result>>, held?: HeldIndexes) {
    const written = new Set<string>();
    const writeCommit = async (made: NewCommit): Promise<string> => {
      const id = await writeObject('commit', formatCommit(made, new Date()));
      written.add(id);
      return id;
    };
    const plan = await work({ changeTree: (tree, edits) => trees.change(tree, edits, written), writeCommit });
    const none: WorkTreeResult = 'none';
    if (plan.moves.length === 0) return { result: plan.result, workTree: none };
    const moved = await mover.move(plan.moves, written, held);
    return moved && { result: plan.result, workTree: moved.workTree };
  }

  async function attempt<Result>(work: (writer: Writer) => Promise<Plan<Result>>): Promise<Changed<Result>> {
    for (const [tries, pause] of pauses.entries()) {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        // Where somebody commits again and again, whoever plans first and locks afterwards is always late.
        const isLate = tries >= lateTries;
        const changed = await (isLate ? mover.hold(branch, (held) => attemptOnce(work, held)) : attemptOnce(work));
        if (changed) return changed;
      } catch (error) {
        if (!isMissingObject(error)) throw error;
        await kept.restoreAll();
      }
    }
    throw new ReferencesLocked();
  }

  /** Once more, after a Git command of somebody else has undone it without meaning to. */
  const place = { git, objects, branch };
  async function putBack(lost: readonly LostFile[]): Promise<void> {
    await queues.run(branch, () => attempt((writer) => planPutBack(place, lost, writer)));
  }

  return {
    branch,
    privateFolder,
    commit,
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
    listMerged: async (prefix) => listReferences(git, prefix, branch),
    mergeTexts: (base, ours, theirs) => mergeTexts(git, privateFolder, base, ours, theirs),
    change: (work, reference = branch) => queues.run(reference, () => attempt(work)),
    folderBehind: maintenance.folderBehind,
    close: async () => {
      await queues.settled();
      await maintenance.close();
      git.close();
    },
  };
}

class MissingCommit extends Error {}

/** Another program kept the branch locked for all our attempts. */
export class ReferencesLocked extends Error {}

/** Milliseconds before each attempt to move references: somebody else's push or commit takes a moment. */
const pauses = [0, 10, 30, 60, 120, 250, 500, 1_000];
const lateTries = 2;

/** Somebody's garbage collection took what no reference named yet; other threads tell of it by the message alone. */
function isMissingObject(error: unknown): boolean {
  if (error instanceof MissingCommit || error instanceof UnreadableObject) return true;
  const message = error instanceof Error ? error.message : '';
  return /git cannot read|unable to read|unpack tree|nonexistent object|bad object|not a valid object/i.test(message);
}

async function findBranch(git: Git, wanted: string | undefined): Promise<string> {
  const branch = wanted === undefined ? await readCheckedOutBranch(git) : `refs/heads/${wanted}`;
  if (branch === undefined) throw new UnusableRepository(repositoryMessages.noBranch);
  return branch;
}

function shorten(branch: string): string {
  return branch.replace(/^refs\/heads\//, '');
}

export interface RepositoryOptions {
  /** Top folder of a clone, or a bare repository. */
  root: string;
  /** Short name of the branch that is edited; the checked-out one if left out. */
  branch?: string | undefined;
}

export interface Repository {
  /** Full reference name of the branch that is edited. */
  branch: string;
  /** For our own notes, inside Git's folder: neither checked out nor pushed. */
  privateFolder: string;
  commit: (name: string) => Promise<Commit>;
  findCommit: (name: string) => Promise<Commit | undefined>;
  /** Told of a folder that cannot be read, it goes on with the others; else it rejects with `UnreadableObject`. */
  listFiles: (
    tree: string,
    folder: string,
    depth: number,
    onUnreadable?: (folder: string) => void,
  ) => Promise<ListedFile[]>;
  /** Id of the regular file at a path; `undefined` if there is none. */
  findFile: (tree: string, path: string) => Promise<string | undefined>;
  findFolder: (tree: string, path: string) => Promise<string | undefined>;
  /** Rejects with `UnreadableObject` where it is damaged or far too large. */
  readFile: (id: string) => Promise<Buffer>;
  /** In bytes, without reading it. */
  fileSize: (id: string) => Promise<number>;
  writeFile: (bytes: Buffer) => Promise<string>;
  compare: (before: string | undefined, after: string | undefined) => Promise<Change[]>;
  listReferences: (prefix: string) => Promise<Reference[]>;
  findForkPoint: (one: string, other: string) => Promise<string | undefined>;
  findLastChange: (tip: string, path: string) => Promise<Signature | undefined>;
  /** Id of the text that stood at the path when it was deleted last. */
  findDeleted: (tip: string, path: string) => Promise<string | undefined>;
  /** Paths of files below the folders that hold the repositoryMessages. */
  findMentions: (tree: string, words: string, folders: readonly string[]) => Promise<string[]>;
  wasEverAt: (tips: readonly string[], path: string, file: string) => Promise<boolean>;
  /** Name and mail that Git would sign with on this machine, if somebody set them. */
  readIdentity: () => Promise<Pick<Signature, 'name' | 'mail'> | undefined>;
  /** References below `prefix` of which every commit is in the edited branch. */
  listMerged: (prefix: string) => Promise<Reference[]>;
  mergeTexts: (base: Buffer, ours: Buffer, theirs: Buffer) => Promise<string | undefined>;
  /**
   * Runs `work` and moves the references it plans; `work` runs again if they moved under its feet. One at a time for
   * each `reference`, the edited branch if left out: drafts do not wait for one another. Rejects with
   * `ReferencesLocked` or `CheckoutBusy` where that cannot be done now; nothing has changed then.
   */
  change: <Result>(work: (writer: Writer) => Promise<Plan<Result>>, reference?: string) => Promise<Changed<Result>>;
  /** The work tree that lags behind its branch after a kill, until it has been put right. */
  folderBehind: () => string | undefined;
  close: () => Promise<void>;
}

export interface Writer {
  changeTree: (tree: string, edits: readonly Edit[]) => Promise<string>;
  writeCommit: (commit: NewCommit) => Promise<string>;
}

export interface Plan<Result> {
  /** None: there is nothing to do. */
  moves: readonly ReferenceMove[];
  result: Result;
}

interface Changed<Result> {
  result: Result;
  workTree: WorkTreeResult;
}
