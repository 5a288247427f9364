import type { Git } from '../git/git.ts';
import type { ReferenceMove } from '../git/references.ts';
import type { Objects } from '../objects/objects.ts';
import { compareTrees, type Change } from '../objects/tree.ts';
import { CheckoutBusy } from './checkout-busy.ts';
import { listCheckouts, type Checkout } from './checkouts.ts';

/** The checkouts that have to come along; rejects with `CheckoutBusy` where one cannot. */
export async function planSteps(git: Git, objects: Objects, moves: readonly ReferenceMove[]): Promise<Step[]> {
  const checkouts = await listSettledCheckouts(git, moves);
  const steps: Step[] = [];
  for (const move of moves) {
    const own = checkouts.filter(({ branch }) => branch === move.name);
    if (own.length === 0) continue;
    const [first] = own;
    if (first && move.after === undefined) throw new CheckoutBusy('draft-checked-out', folderOf(first), move.name);
    const files = await readFileMoves(objects, move);
    steps.push(...own.map((checkout) => ({ checkout, move, files })));
  }
  return steps;
}

/** Whether the same branches are checked out in the same places as when the steps were planned. */
export async function isStillAsPlanned(
  git: Git,
  moves: readonly ReferenceMove[],
  steps: readonly Step[],
): Promise<boolean> {
  const checkouts = await listCheckouts(git);
  const isOfMoves = (name: string | undefined): boolean => moves.some((move) => move.name === name);
  if (checkouts.some(({ rebasing }) => isOfMoves(rebasing))) return false;
  const now = checkouts
    .filter(({ branch }) => isOfMoves(branch))
    .map(({ git: { gitFolder }, branch }) => `${gitFolder} ${branch ?? ''}`);
  const planned = steps.map(({ checkout, move }) => `${checkout.git.gitFolder} ${move.name}`);
  return now.sort().join('\n') === planned.sort().join('\n');
}

/**
 * Waits a while for a rebase of one of the references to end; a rebase puts its branch where it ended without a look at
 * it.
 */
async function listSettledCheckouts(git: Git, moves: readonly ReferenceMove[]): Promise<Checkout[]> {
  for (const started = performance.now(); ;) {
    const checkouts = await listCheckouts(git);
    const rebasing = checkouts.find((checkout) => moves.some(({ name }) => name === checkout.rebasing));
    if (!rebasing) return checkouts;
    if (performance.now() - started > maxRebaseWaitMs)
      throw new CheckoutBusy('rebasing', folderOf(rebasing), rebasing.rebasing ?? '');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What `git pull --rebase` of a few commits takes. */
const maxRebaseWaitMs = 2_000;

/** The files that a move of a branch changes. */
export async function readFileMoves(objects: Objects, { before, after }: ReferenceMove): Promise<Change[]> {
  const [from, to] = await Promise.all(
    [before, after].map(async (id) => (id === undefined ? undefined : (await objects.commit(id))?.tree)),
  );
  return compareTrees(objects, from, to);
}

function folderOf({ git }: Checkout): string {
  return git.workTree ?? git.gitFolder;
}

/** A branch that moves, a place where it is checked out, and the files that differ there. */
export interface Step {
  checkout: Checkout;
  move: ReferenceMove;
  files: Change[];
}
