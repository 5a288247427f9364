import { conflictMessages } from '../messages/entry-messages.ts';
import { formatMoment } from '../messages/format-moment.ts';
import { HttpError } from '../messages/http-error.ts';
import { readText, type EntryStore } from './entry-facts.ts';

/** Somebody else was faster: who, when, and all three texts, so that nobody has to type anything again. */
export async function describeConflict(
  store: EntryStore,
  { kind, where, path, tip, baseId, theirsId, yours, yoursId }: ConflictFacts,
): Promise<HttpError> {
  const { repository } = store;
  // Of a damaged history nothing is told; the texts are what counts.
  const change = await repository.findLastChange(tip, path).catch(() => undefined);
  const isBaseKnown =
    baseId !== undefined && (await repository.wasEverAt([tip, repository.branch], path, baseId).catch(() => false));
  const base = isBaseKnown ? Buffer.from((await readText(repository, baseId)) ?? '') : undefined;
  const theirsText = theirsId === undefined ? undefined : await readText(repository, theirsId);
  const theirs = theirsId === undefined ? undefined : Buffer.from(theirsText ?? '');
  const merged =
    base && theirsText !== undefined && theirs
      ? await repository.mergeTexts(base, Buffer.from(yours), theirs)
      : undefined;
  const who = change?.name ?? conflictMessages.somebody;
  const when = change?.when ?? new Date(0).toISOString();
  return new HttpError(
    409,
    'conflict',
    sentence(kind, who, formatMoment(when), theirsId !== undefined, baseId !== undefined),
    {
      conflict: {
        kind,
        path,
        where,
        who,
        when,
        base: base && baseId ? { revision: baseId, text: base.toString() } : null,
        theirs: theirs && theirsId ? { revision: theirsId, text: theirs.toString() } : null,
        yours: { ...(yoursId === undefined ? {} : { revision: yoursId }), text: yours },
        merged: merged ?? null,
      },
    },
  );
}

function sentence(kind: ConflictFacts['kind'], who: string, when: string, isThere: boolean, isOld: boolean): string {
  if (kind === 'publish') return conflictMessages.published(who, when);
  if (kind === 'unseen' || kind === 'delete') return conflictMessages.unseen(who, when);
  if (!isThere) return conflictMessages.deleted(who, when);
  return isOld ? conflictMessages.saved(who, when) : conflictMessages.exists(who, when);
}

export interface ConflictFacts {
  kind: 'save' | 'publish' | 'delete' | 'unseen';
  where: 'draft' | 'published';
  path: string;
  /** Commit in which the other's version stands. */
  tip: string;
  /** Id of the text from which this change began; `undefined` for a new file. */
  baseId: string | undefined;
  /** `undefined`: they deleted it. */
  theirsId: string | undefined;
  yours: string;
  yoursId?: string | undefined;
}
