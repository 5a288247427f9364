import type { CollectionName } from '../../../src/schema/collections.ts';
import { AlreadyReported } from '../messages/plain-error.ts';
import type { Unpublishing } from '../publishing/unpublishing.ts';
import type { Board } from './board.ts';
import type { Client } from './client.ts';
import { CmsError } from './cms-error.ts';
import { collectionOf, slugOf } from './entry-path.ts';
import type { ShownRevisions } from './shown-revisions.ts';

/** Deletes files, or takes a published entry off the site, for which Decap asks in the same way. */
export function createRemoval(parts: RemovalParts): (paths: string[]) => Promise<void> {
  const { client, ask, shown, board, unpublishing, onTakenDown, onDeleted } = parts;

  /** Says why something stays, and what refers to it. */
  const explain = (title: string, error: unknown): Error => {
    if (!(error instanceof CmsError)) throw error;
    void ask.showReferrers(title, error);
    return new AlreadyReported();
  };

  const revisionOf = async (path: string) => shown.published(path) ?? (await client.act('getEntry', { path })).revision;

  const unpublish = async (collection: CollectionName, path: string) => {
    const slug = slugOf(collection, path);
    const revision = await revisionOf(path);
    if (revision === null) throw missingEntry();
    try {
      const answer = await client.act('unpublishEntry', { collection, slug, revision });
      unpublishing.finish(collection, slug);
      onTakenDown(collection, slug);
      for (const [at, now] of Object.entries(answer.revisions)) {
        shown.showPublished(at, null);
        shown.showDraft(`${collection}/${slug}`, now);
      }
      board.forget();
    } catch (error) {
      throw explain('公開をやめられません', error);
    } finally {
      ask.stayAtEntry(collection, slug);
    }
  };

  return async (paths) => {
    const [first = ''] = paths;
    const collection = collectionOf(first);
    if (collection && unpublishing.isAsked(collection, slugOf(collection, first))) return unpublish(collection, first);
    const revisions: Record<string, string> = {};
    for (const path of paths.filter((path) => path.startsWith('content/'))) {
      const revision = await revisionOf(path);
      if (revision !== null) revisions[path] = revision;
    }
    try {
      await client.act('deleteFiles', { paths, revisions });
    } catch (error) {
      throw explain('削除できません', error);
    }
    for (const path of paths) {
      const of = collectionOf(path);
      if (!of) continue;
      onTakenDown(of, slugOf(of, path));
      onDeleted();
    }
  };
}

export function missingEntry(): CmsError {
  return new CmsError(404, {
    code: 'not-found',
    error: 'この項目は見つかりません。削除されたか、アドレスが違います。',
  });
}

export interface RemovalDialogs {
  /** Says why something stays, and who needs it. */
  showReferrers(title: string, error: CmsError): Promise<void>;
  stayAtEntry(collection: string, slug: string): void;
}

export interface RemovalParts {
  client: Client;
  ask: RemovalDialogs;
  shown: ShownRevisions;
  board: Board;
  unpublishing: Pick<Unpublishing, 'isAsked' | 'finish'>;
  /** Told once an entry is no longer on the site. */
  onTakenDown: (collection: CollectionName, slug: string) => void;
  /** Told once a published entry has been deleted. */
  onDeleted: () => void;
}
