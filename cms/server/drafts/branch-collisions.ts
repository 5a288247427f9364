import { existsSync } from 'node:fs';
import path from 'node:path';
import { entryKey, type EntryName } from '../entries/entry-names.ts';
import { entryMessages } from '../messages/entry-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { shortName } from '../repository/git/references.ts';
import type { Repository } from '../repository/repository.ts';
import { draftPrefix, draftReference } from './draft-state.ts';
import { listEntryBranches } from './drafts.ts';

/** Refuses a new draft where a branch made by hand takes its place: Git keeps branches as files and folders. */
export async function refuseBranchInTheWay(repository: Repository, name: EntryName): Promise<void> {
  const wanted = draftReference(name.collection, name.slug);
  const references = await repository.listReferences(draftPrefix.slice(0, -1));
  const inTheWay = findCollidingBranch(
    wanted,
    references.map(({ name }) => name),
    isCaseIgnored(repository.privateFolder),
  );
  if (inTheWay !== undefined)
    throw new HttpError(409, 'branch', entryMessages.branchInTheWay(shortName(inTheWay), shortName(wanted)));
}

/** Refuses to go on where an entry has two drafts, which only branches made by hand can bring about. */
export async function refuseTwinBranches(repository: Repository, name: EntryName): Promise<void> {
  const branches = (await listEntryBranches(repository, name)).map(shortName);
  if (branches.length > 1) throw new HttpError(409, 'branch', entryMessages.twinBranches(entryKey(name), branches));
}

/**
 * The reference that cannot stand beside `wanted`: one is a folder to the other, or, where the file system ignores
 * case, they or their folders differ in capitals alone.
 */
export function findCollidingBranch(
  wanted: string,
  references: readonly string[],
  ignoresCase: boolean,
): string | undefined {
  const fold = (name: string): string => (ignoresCase ? name.toLowerCase() : name);
  const own = fold(wanted);
  return references.find((name) => {
    const other = fold(name);
    if (name === wanted) return false;
    return (
      other === own ||
      own.startsWith(`${other}/`) ||
      other.startsWith(`${own}/`) ||
      sharesFolderInOtherCase(own, other, wanted, name)
    );
  });
}

/** `GIFU/x` and `gifu/y` would end up in one folder, and one of the two names would be lost. */
function sharesFolderInOtherCase(own: string, other: string, wanted: string, name: string): boolean {
  const [left, right, asWanted, asNamed] = [own, other, wanted, name].map((text) => text.split('/'));
  const depth = left?.findIndex((part, index) => part !== right?.[index]) ?? -1;
  return depth > 0 && asWanted?.slice(0, depth).join('/') !== asNamed?.slice(0, depth).join('/');
}

/** Our own folder, asked for in capitals: it is there only where capitals make no difference. */
function isCaseIgnored(privateFolder: string): boolean {
  return existsSync(path.join(path.dirname(privateFolder), path.basename(privateFolder).toUpperCase()));
}
