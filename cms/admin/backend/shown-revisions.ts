import { entryKey } from './entry-path.ts';
import type { Draft } from '../../protocol/entry-shapes.ts';

/**
 * Which version of an entry the person at this page has read. Approving, publishing and deleting are about that one:
 * where somebody saved another since, the server says so instead of doing it.
 */
export function createShownRevisions(): ShownRevisions {
  const drafts = new Map<string, string>();
  const published = new Map<string, string>();
  return {
    revisionParam: (id) => {
      const revision = drafts.get(entryKey(id));
      return revision === undefined ? {} : { revision };
    },
    showDraft: (id, revision) => void drafts.set(entryKey(id), revision),
    listDraft: (id, { diffs }) => {
      const revision = diffs.find(({ path }) => path.startsWith('content/'))?.id;
      // The board shows no text: what somebody read in a form before counts, not what has come since.
      if (revision !== undefined && !drafts.has(entryKey(id))) drafts.set(entryKey(id), revision);
    },
    endDraft: (id) => {
      drafts.delete(entryKey(id));
      published.clear();
    },
    published: (path) => published.get(entryKey(path)),
    showPublished: (path, revision) =>
      void (revision === null ? published.delete(entryKey(path)) : published.set(entryKey(path), revision)),
  };
}

export interface ShownRevisions {
  /** As a parameter of an action; none if nothing of the draft was shown here. */
  revisionParam(id: string): { revision?: string };
  showDraft(id: string, revision: string): void;
  listDraft(id: string, draft: Pick<Draft, 'diffs'>): void;
  /** It was published or dropped. */
  endDraft(id: string): void;
  published(path: string): string | undefined;
  showPublished(path: string, revision: string | null): void;
}
