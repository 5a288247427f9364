import { isKeyOf } from '../../../src/schema/choices.ts';
import { collections } from '../../../src/schema/collections.ts';
import { fingerprint } from '../../../src/text/fingerprint.ts';
import type { DraftJudgement, DraftStatus } from '../../protocol/entry-shapes.ts';
import { Cancelled } from '../messages/plain-error.ts';
import type { Published } from '../publishing/follow-page.ts';
import { isForMembers } from '../publishing/page-of.ts';
import { readFile } from './apply-changes.ts';
import type { Board } from './board.ts';
import type { Client } from './client.ts';
import { CmsError } from './cms-error.ts';
import { entryKey } from './entry-path.ts';
import { writeRevisionHeader } from './revision-header.ts';
import type { Saver } from './save-entry.ts';
import type { ShownRevisions } from './shown-revisions.ts';

/** The methods of Decap's backend interface that concern drafts. */
export function createDrafts({ client, ask, saver, shown, board, onPublished }: DraftDependencies): Drafts {
  const idOf = (collection: string, slug: string) => `${collection}/${slug}`;

  /** Throws `ReviewCancelled` if the editor goes back. */
  const showJudgements = async (collection: string, slug: string, action: 'approve' | 'publish') => {
    const { judgements = [] } = await client.act('unpublishedEntry', { collection, slug });
    if (judgements.length > 0 && !(await ask.confirmJudgements(judgements, action))) throw new ReviewCancelled();
  };

  const notifyPublished = async (collection: string, slug: string) => {
    if (!isKeyOf(collections, collection)) return;
    const { folder, extension } = collections[collection];
    const { data } = await client.act('getEntry', { path: `content/${folder}/${slug}.${extension}` });
    if (data === null) return;
    const { fields } = readFile(data, extension === 'yaml');
    onPublished({ collection, slug, version: fingerprint(data), isForMembers: isForMembers(fields) });
  };

  return {
    unpublishedEntries: async () => {
      const entries = await board.load();
      for (const entry of entries) shown.listDraft(entry.id, entry);
      return entries.map(({ id }) => id);
    },

    unpublishedEntry: async ({ id, collection = '', slug = '' }) => {
      const listed = id === undefined ? undefined : board.entry(id);
      if (listed) return listed;
      // Most entries have no draft; the list of drafts says so without an error in the browser's log.
      const ids = await client.act('unpublishedEntries', {});
      const wanted = entryKey(id ?? idOf(collection, slug));
      if (!ids.some((known) => entryKey(known) === wanted)) throw notInWorkflow();
      try {
        return await client.act('unpublishedEntry', id === undefined ? { collection, slug } : { id });
      } catch (error) {
        if (error instanceof CmsError && error.status === 404) throw notInWorkflow();
        throw error;
      }
    },

    unpublishedEntryDataFile: async (collection, slug, path) => {
      const listed = board.consumeText(idOf(collection, slug), path);
      if (listed) return writeRevisionHeader(listed.text, listed.revision);
      const { data, revision } = await client.act('unpublishedEntryDataFile', { collection, slug, path });
      saver.opened(path, revision);
      shown.showDraft(idOf(collection, slug), revision);
      return writeRevisionHeader(data, revision);
    },

    updateUnpublishedEntryStatus: async (collection, slug, newStatus) => {
      board.forget();
      if (newStatus === 'pending_publish') await showJudgements(collection, slug, 'approve');
      await client.act('updateUnpublishedEntryStatus', {
        collection,
        slug,
        newStatus,
        ...shown.revisionParam(idOf(collection, slug)),
      });
    },

    publishUnpublishedEntry: async (collection, slug) => {
      board.forget();
      await showJudgements(collection, slug, 'publish');
      await saver.publish(collection, slug, shown.revisionParam(idOf(collection, slug)));
      // The entry is published, even if it cannot be read back for `onPublished`.
      await notifyPublished(collection, slug).catch(() => undefined);
      shown.endDraft(idOf(collection, slug));
    },

    deleteUnpublishedEntry: async (collection, slug) => {
      board.forget();
      await client.act('deleteUnpublishedEntry', { collection, slug, ...shown.revisionParam(idOf(collection, slug)) });
      shown.endDraft(idOf(collection, slug));
    },
  };
}

/** The reviewer chose to go back to the draft; nothing was changed. */
class ReviewCancelled extends Cancelled {
  constructor() {
    super('取りやめました。何も変えていません。');
  }
}

/** Decap knows by the name of the error that an entry has no draft. */
function notInWorkflow(): Error {
  return Object.assign(new Error('content is not under editorial workflow'), {
    name: 'EDITORIAL_WORKFLOW_ERROR',
    notUnderEditorialWorkflow: true,
  });
}

interface Drafts {
  /** Their ids. */
  unpublishedEntries(): Promise<string[]>;
  /** By id, or by collection and slug. */
  unpublishedEntry(asked: { id?: string; collection?: string; slug?: string }): Promise<object>;
  /** The text behind its revision header. */
  unpublishedEntryDataFile(collection: string, slug: string, path: string): Promise<string>;
  updateUnpublishedEntryStatus(collection: string, slug: string, newStatus: DraftStatus): Promise<void>;
  publishUnpublishedEntry(collection: string, slug: string): Promise<void>;
  deleteUnpublishedEntry(collection: string, slug: string): Promise<void>;
}

export interface ConfirmJudgements {
  /** True to go on. */
  confirmJudgements(judgements: readonly DraftJudgement[], action: 'approve' | 'publish'): Promise<boolean>;
}

export interface DraftDependencies {
  client: Client;
  ask: ConfirmJudgements;
  saver: Saver;
  shown: ShownRevisions;
  board: Board;
  /** Called after an entry has been published. */
  onPublished: (published: Published) => void;
}
