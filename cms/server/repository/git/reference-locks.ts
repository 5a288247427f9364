import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Git } from './git.ts';

/** The locks of references that a Git command of ours may have left when it was killed. */
export async function removeReferenceLocks(
  git: Git,
  { at, refs }: { at: number; refs: readonly { name: string; after: string | undefined }[] },
): Promise<void> {
  const locks = [
    ...refs.map(({ name, after }) => ({ file: path.join(git.commonFolder, `${name}.lock`), content: after })),
    { file: path.join(git.commonFolder, 'packed-refs.lock'), content: undefined },
    { file: path.join(git.commonFolder, 'packed-refs.new'), content: undefined },
    { file: path.join(git.gitFolder, 'HEAD.lock'), content: undefined },
  ];
  await Promise.all(locks.map(({ file, content }) => removeOwnLock(file, content, at)));
}

const clockToleranceMs = 1_000;
const maxMoveMs = 60_000;
const minUntouchedMs = 700;

/**
 * A lock is ours if it was made while the noted move ran and either holds the id that we were writing, or stays
 * untouched for as long as no living Git command would leave it.
 */
export async function removeOwnLock(
  file: string,
  content: string | undefined,
  noted: number,
  maxBytes = Infinity,
): Promise<void> {
  const facts = await stat(file).catch(() => undefined);
  if (!facts || facts.mtimeMs < noted - clockToleranceMs || facts.mtimeMs > noted + maxMoveMs || facts.size > maxBytes)
    return;
  const written = facts.size > 100 ? '' : (await readFile(file, 'utf8').catch(() => '')).trim();
  if (content === undefined || written !== content) {
    await pause(minUntouchedMs);
    const later = await stat(file).catch(() => undefined);
    if (later?.ino !== facts.ino || later.mtimeMs !== facts.mtimeMs || later.size !== facts.size) return;
  }
  await rm(file, { force: true });
}
