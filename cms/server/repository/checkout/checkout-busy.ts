/** A checked-out copy of the branch cannot be brought along now, so the branch must not move. */
export class CheckoutBusy extends Error {
  readonly reason: BusyReason;
  /** The work tree in question. */
  readonly folder: string;
  /** The lock file, the file that somebody is changing, or the branch. */
  readonly detail: string;

  constructor(reason: BusyReason, folder: string, detail: string) {
    super(`${reason}: ${detail} in ${folder}`);
    this.reason = reason;
    this.folder = folder;
    this.detail = detail;
  }
}

/**
 * `locked`: another program holds the index. `changed`: the file has changes that are not committed. `unmerged`: a
 * merge has conflicts that are not solved. `rebasing`: a rebase of the branch is under way. `unwritable`: the copy
 * cannot be written. `draft-checked-out`: a draft that is about to end is checked out.
 */
export type BusyReason = 'locked' | 'changed' | 'unmerged' | 'rebasing' | 'unwritable' | 'draft-checked-out';
