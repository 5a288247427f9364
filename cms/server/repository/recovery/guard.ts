import { rm, stat } from 'node:fs/promises';
import { indexFile, listCheckouts, type Checkout } from '../checkout/checkouts.ts';
import { isWorkTreeFileAt } from '../checkout/work-tree-file.ts';
import { wasBeingCheckedOut } from '../checkout/head-reflog.ts';
import { readStaged, settleCheckout, type SettleParts, type StaleFile } from '../checkout/settle.ts';
import type { Git } from '../git/git.ts';
import { findFile } from '../objects/tree.ts';
import { readPublishedNotes, type Note } from './journal.ts';
import { findLoss } from './loss.ts';

/**
 * Watches over what was published in the last minutes. Some Git commands read the index or HEAD before they take a
 * lock, and write back later what they read: a reset or a commit that began before a save can so undo it in the index
 * or on the branch, without anybody having asked for that. The notes outlive a kill; the next start goes on with them.
 */
export async function openGuard({ git, objects, locks, branch, privateFolder, putBack }: GuardParts): Promise<Guard> {
  const watched = new Map<string, Watched>();
  const notes = new Map<string, number>();
  const healthyIndexes = new Map<string, string>();
  let lastTip = '';

  const add = (note: Note, file: string): void => {
    const commit = note.refs.find(({ name }) => name === branch)?.after;
    for (const move of note.files.filter(({ ref }) => ref === undefined || ref === branch)) {
      const known = watched.get(move.path);
      const stale = [...new Set([...(known?.stale ?? []), move.before])].filter((id) => id !== move.after);
      watched.set(move.path, { stale, now: move.after, commit: commit ?? '', at: note.at, headLogs: move.headLogs });
    }
    notes.set(file, note.at);
    lastTip = '';
    healthyIndexes.clear();
  };

  /** Brings indexes along to which a command wrote back what it had read before. */
  async function healIndexes(checkouts: readonly Checkout[], tree: string): Promise<void> {
    for (const checkout of checkouts) {
      const facts = await stat(indexFile(checkout.git)).catch(() => undefined);
      if (locks.isOwn(checkout.git)) continue;
      const state = `${lastTip} ${facts?.ino ?? ''} ${facts?.mtimeMs ?? ''} ${facts?.size ?? ''}`;
      if (facts === undefined || healthyIndexes.get(checkout.git.gitFolder) === state) continue;
      const staged = await readStaged(checkout.git, [...watched.keys()]);
      const files: StaleFile[] = [];
      for (const [path, watching] of watched) {
        const { stale, now } = watching;
        const inIndex = staged.get(path);
        const isLagging = inIndex !== now && stale.includes(inIndex);
        if (!isLagging || (await findFile(objects, tree, path))?.id !== now) continue;
        files.push({ path, stale, needsCopy: !isOutdated(checkout, watching) });
      }
      await settleCheckout({ objects, locks }, checkout, files);
      if (files.length === 0) healthyIndexes.set(checkout.git.gitFolder, state);
    }
  }

  /** What the branch has lost again without anybody meaning it, to be put back. */
  async function findLost(checkouts: readonly Checkout[], tip: { id: string; tree: string }): Promise<LostFile[]> {
    const lost: LostFile[] = [];
    for (const [path, watching] of watched) {
      const { stale, now, commit } = watching;
      const onBranch = (await findFile(objects, tip.tree, path))?.id;
      if (onBranch === now) continue;
      const isStale = stale.includes(onBranch);
      const isUnmeant =
        isStale &&
        (await findLoss({
          git,
          objects,
          branch,
          path,
          now,
          commit,
          tip: tip.id,
          isOutdated: () => isOutdatedSomewhere(checkouts, path, watching),
        }));
      if (isUnmeant) lost.push({ path, id: now, instead: onBranch, commit });
      // Somebody changed it on purpose, and may do so.
      else watched.delete(path);
    }
    return lost;
  }

  /** Whether the branch may have been checked out as it was before what is watched. */
  function isOutdated({ git: { gitFolder }, git: place }: Checkout, { at, headLogs }: Watched): boolean {
    const bytes = headLogs?.[gitFolder];
    return bytes !== undefined && wasBeingCheckedOut(place, branch, at, bytes);
  }

  /** Whether a checkout has the copy though its index has not, or was made from the branch as it was before. */
  async function isOutdatedSomewhere(
    checkouts: readonly Checkout[],
    path: string,
    watching: Watched,
  ): Promise<boolean> {
    for (const checkout of checkouts) {
      if (await isWorkTreeFileAt(checkout.git, objects, path, watching.now)) return true;
      if (isOutdated(checkout, watching)) return true;
    }
    return false;
  }

  async function forgetOld(): Promise<void> {
    const isOld = (at: number): boolean => Date.now() - at >= watchedForMs;
    for (const [path, { at }] of watched) if (isOld(at)) watched.delete(path);
    for (const [file, at] of notes) {
      if (!isOld(at)) continue;
      notes.delete(file);
      await rm(file, { force: true });
    }
  }

  for (const { note, file } of await readPublishedNotes(privateFolder)) {
    if (note.files.length === 0) await rm(file, { force: true });
    else add(note, file);
  }

  return {
    add,
    check: async () => {
      if (watched.size === 0 && notes.size === 0) return;
      const all = await listCheckouts(git);
      const checkouts = all.filter((checkout) => checkout.branch === branch);
      const tip = await objects.commit(branch);
      if (!tip) return;
      await healIndexes(checkouts, tip.tree);
      const isRebasing = all.some(({ rebasing }) => rebasing === branch);
      if (tip.id !== lastTip && !isRebasing) {
        const lost = await findLost(checkouts, tip);
        if (lost.length > 0) await putBack(lost);
        else lastTip = tip.id;
      }
      if (!isRebasing) await forgetOld();
    },
  };
}

/** Longer than any Git command takes from reading an index or HEAD to writing it; a rebase prolongs it. */
const watchedForMs = 600_000;

interface Watched {
  /** Ids of what the file was before, `undefined` where it did not exist. */
  stale: (string | undefined)[];
  /** Id of what was published last; `undefined` where the file was removed. */
  now: string | undefined;
  /** The commit that did so. */
  commit: string;
  /** Milliseconds since 1970. */
  at: number;
  /** As in the note. */
  headLogs: Record<string, number> | undefined;
}

export interface LostFile {
  path: string;
  /** What was published; `undefined`: the file was removed. */
  id: string | undefined;
  /** What the branch has in its place. */
  instead: string | undefined;
  /** The commit that published it. */
  commit: string;
}

interface GuardParts extends SettleParts {
  git: Git;
  /** The branch that is edited. */
  branch: string;
  privateFolder: string;
  /** Commits what was lost once more. */
  putBack: (lost: readonly LostFile[]) => Promise<void>;
}

export interface Guard {
  add: (note: Note, file: string) => void;
  /** Looks whether what was published is still there, and puts it back where nobody meant to take it away. */
  check: () => Promise<void>;
}
