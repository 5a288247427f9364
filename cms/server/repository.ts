import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { formatCommit, type Commit, type NewCommit, type Signature } from './repository/commit.ts';
import { GitError, openGit } from './repository/git.ts';
import { findForkPoint, findLastChange, wasEverAt } from './repository/history.ts';
import { readIdentity } from './repository/identity.ts';
import { openJournal, type Note } from './repository/journal.ts';
import { mergeTexts } from './repository/merge.ts';
import { openObjects } from './repository/objects.ts';
import { openObjectWriter } from './repository/object-writer.ts';
import { createQueue } from './repository/queue.ts';
import { recover, removeOwnLocks } from './repository/recover.ts';
import { listReferences, openReferenceMover, readCheckedOutBranch, type Reference, type ReferenceMove } from './repository/references.ts';
import { compareTrees, findFile, listFiles, type Change, type ListedFile } from './repository/tree.ts';
import { openTreeWriter, type Edit } from './repository/tree-writer.ts';
import { bringFilesAlong, type WorkTreeResult } from './repository/work-tree.ts';
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

  const trees = openTreeWriter(git, objects);
  const writeObject = openObjectWriter(git, privateFolder);
  const moveReferences = openReferenceMover(git);
  const journal = openJournal(privateFolder);
  const queue = createQueue();

  const commit = async (name: string): Promise<Commit> => {
    const found = await objects.commit(name);
    if (!found) throw new Error(`no commit ${name}`);
    return found;
  };

  async function move(plan: Plan<unknown>): Promise<WorkTreeResult | undefined> {
    const isCheckedOut = git.workTree !== undefined && plan.moves.some(({ name }) => name === branch) && (await readCheckedOutBranch(git)) === branch;
    const changed = plan.moves.find(({ name }) => name === branch);
    const files = isCheckedOut && changed ? await readFileMoves(changed) : [];
    const note: Note = { at: Date.now(), refs: plan.moves.map(({ name, after }) => ({ name, after })), files };
    await journal.write(note);
    try {
      if (!(await moveReferences(plan.moves))) return undefined;
      return await bringFilesAlong(git, objects, files);
    } catch (error) {
      if (error instanceof GitError && error.signal !== null) await removeOwnLocks(git, note);
      throw error;
    } finally {
      await journal.clear();
    }
  }

  async function readFileMoves({ before, after }: ReferenceMove): Promise<Change[]> {
    const [old, now] = [before === undefined ? undefined : (await commit(before)).tree, after === undefined ? undefined : (await commit(after)).tree];
    return compareTrees(objects, old, now);
  }

  return {
    branch,
    privateFolder,
    commit,
    findCommit: objects.commit,
    listFiles: (tree, folder, depth) => listFiles(objects, tree, folder, depth),
    findFile: async (tree, file) => (await findFile(objects, tree, file))?.id,
    findFolder: async (tree, folder) => {
      let id: string | undefined = tree;
      for (const segment of folder.split('/')) id = id === undefined ? undefined : (await objects.tree(id)).find(({ name }) => name === segment)?.id;
      return id;
    },
    readFile: objects.file,
    writeFile: (bytes) => writeObject('blob', bytes),
    compare: (before, after) => compareTrees(objects, before, after),
    listReferences: (prefix) => listReferences(git, prefix),
    findForkPoint: (one, other) => findForkPoint(git, one, other),
    findLastChange: (tip, file) => findLastChange(git, tip, file),
    wasEverAt: (tips, file, id) => wasEverAt(git, tips, file, id),
    readIdentity: () => readIdentity(git),
    listMerged: async (prefix) => listReferences(git, prefix, branch),
    mergeTexts: (base, ours, theirs) => mergeTexts(git, privateFolder, base, ours, theirs),
    change: (work) =>
      queue.run(async () => {
        for (const pause of pauses) {
          await new Promise((resolve) => setTimeout(resolve, pause));
          const plan = await work({ changeTree: trees.change, writeCommit: (made) => writeObject('commit', formatCommit(made, new Date())) });
          if (plan.moves.length === 0) return { result: plan.result, workTree: 'none' };
          const workTree = await move(plan);
          if (workTree !== undefined) return { result: plan.result, workTree };
        }
        throw new ReferencesLocked();
      }),
    close: async () => {
      await queue.settled();
      git.close();
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
  listFiles: (tree: string, folder: string, depth: number) => Promise<ListedFile[]>;
  /** Id of the regular file at a path; `undefined` if there is none. */
  findFile: (tree: string, path: string) => Promise<string | undefined>;
  findFolder: (tree: string, path: string) => Promise<string | undefined>;
  readFile: (id: string) => Promise<Buffer>;
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
  /** Runs `work`, one at a time, and moves the references it plans; `work` runs again if they moved under its feet. */
  change: <Result>(work: (writer: Writer) => Promise<Plan<Result>>) => Promise<{ result: Result; workTree: WorkTreeResult }>;
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
