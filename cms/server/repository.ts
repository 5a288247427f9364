import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { formatCommit, type Commit, type NewCommit, type Signature } from './repository/commit.ts';
import { openGit } from './repository/git.ts';
import { putDamagedAside } from './repository/heal-object.ts';
import { findForkPoint, findLastChange, wasEverAt } from './repository/history.ts';
import { readIdentity } from './repository/identity.ts';
import { mergeTexts } from './repository/merge.ts';
import { openMover } from './repository/mover.ts';
import { openObjects } from './repository/objects.ts';
import { openObjectWriter } from './repository/object-writer.ts';
import { createQueues } from './repository/queue.ts';
import { recover } from './repository/recover.ts';
import { listReferences, readCheckedOutBranch, type Reference, type ReferenceMove } from './repository/references.ts';
import { openScratch } from './repository/scratch.ts';
import { compareTrees, findFile, findFolder, listFiles, type Change, type ListedFile } from './repository/tree.ts';
import { openTreeWriter, type Edit } from './repository/tree-writer.ts';
import type { WorkTreeResult } from './repository/work-tree.ts';
import { repositoryWords as words } from './words.ts';

/**
 * The repository as the CMS sees it: files at commits, and references that move only if nobody else moved them. Nothing is
 * checked out, merged or rebased in place; a failure at any moment leaves unreferenced objects at most.
 */
export async function openRepository({ root, branch: wanted }: RepositoryOptions): Promise<Repository> {
  const git = await openGit(root).catch((error: unknown) => {
    throw new UnusableRepository(words.notRepository(root), { cause: error });
  });
  if (git.workTree !== undefined && git.workTree !== (await realpath(root))) throw new UnusableRepository(words.notTop(root, git.workTree));
  const branch = wanted === undefined ? await readCheckedOutBranch(git) : `refs/heads/${wanted}`;
  if (branch === undefined) throw new UnusableRepository(words.noBranch);
  const privateFolder = path.join(git.commonFolder, 'kenjinkai-cms');
  await mkdir(privateFolder, { recursive: true });
  const objects = openObjects(git);
  await recover(git, objects, privateFolder);
  if (!(await objects.commit(branch))) throw new UnusableRepository(words.emptyBranch(shorten(branch)));
  if (await objects.commit('refs/heads/cms')) throw new UnusableRepository(words.branchInTheWay);

  const scratch = openScratch(privateFolder);
  const writeObject = openObjectWriter(git, scratch.folder);
  const trees = openTreeWriter(objects, writeObject);
  const mover = openMover(git, objects, branch, privateFolder);
  const queues = createQueues(4, branch);

  const commit = async (name: string): Promise<Commit> => {
    const found = await objects.commit(name);
    if (!found) throw new Error(`no commit ${name}`);
    return found;
  };

  async function attempt<Result>(work: (writer: Writer) => Promise<Plan<Result>>) {
    for (const pause of pauses) {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      const written = new Set<string>();
      const writeCommit = async (made: NewCommit): Promise<string> => {
        const id = await writeObject('commit', formatCommit(made, new Date()));
        written.add(id);
        return id;
      };
      const plan = await work({ changeTree: (tree, edits) => trees.change(tree, edits, written), writeCommit });
      if (plan.moves.length === 0) return { result: plan.result, moved: undefined };
      const moved = await mover.move(plan.moves, written);
      if (moved) return { result: plan.result, moved };
    }
    throw new ReferencesLocked();
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
    wasEverAt: (tips, file, id) => wasEverAt(git, tips, file, id),
    readIdentity: () => readIdentity(git),
    listMerged: async (prefix) => listReferences(git, prefix, branch),
    mergeTexts: (base, ours, theirs) => mergeTexts(git, scratch.folder, base, ours, theirs),
    change: async (work, reference = branch) => {
      const { result, moved } = await queues.run(reference, () => attempt(work));
      return { result, workTree: (await moved?.workTree) ?? 'none' };
    },
    close: async () => {
      await queues.settled();
      await mover.settled();
      git.close();
      scratch.remove();
    },
  };
}

/** The repository cannot be edited at all; the message is a Japanese sentence. */
export class UnusableRepository extends Error {}

/** Another program kept the branch locked for all our attempts. */
export class ReferencesLocked extends Error {}

/** Milliseconds before each attempt to move references: somebody else's push or commit takes a moment. */
const pauses = [0, 10, 30, 60, 120, 250, 500, 1_000];

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
  wasEverAt: (tips: readonly string[], path: string, file: string) => Promise<boolean>;
  /** Name and mail that Git would sign with on this machine, if somebody set them. */
  readIdentity: () => Promise<Pick<Signature, 'name' | 'mail'> | undefined>;
  /** References below `prefix` of which every commit is in the edited branch. */
  listMerged: (prefix: string) => Promise<Reference[]>;
  mergeTexts: (base: Buffer, ours: Buffer, theirs: Buffer) => Promise<string | undefined>;
  /**
   * Runs `work` and moves the references it plans; `work` runs again if they moved under its feet. One at a time for each
   * `reference`, the edited branch if left out: drafts do not wait for one another.
   */
  change: <Result>(work: (writer: Writer) => Promise<Plan<Result>>, reference?: string) => Promise<{ result: Result; workTree: WorkTreeResult }>;
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
