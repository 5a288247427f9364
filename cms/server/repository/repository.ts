import type { WorkTreeResult } from './checkout/work-tree.ts';
import type { Signature } from './git/git.ts';
import type { ReferenceMove, Reference } from './git/references.ts';
import type { Commit, NewCommit } from './objects/commit.ts';
import type { Edit } from './objects/tree-writer.ts';
import type { Change, ListedFile } from './objects/tree.ts';

/**
 * The repository as the CMS sees it: files at commits, and references that move only if nobody else moved them. What is
 * checked out of a branch moves with it, as one step; a failure at any moment leaves unreferenced objects at most.
 */
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

export interface Changed<Result> {
  result: Result;
  workTree: WorkTreeResult;
}
