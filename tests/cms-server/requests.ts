import { qaPath } from './sample-repository.ts';
import type { Visitor } from './sample-server.ts';

/** What Decap sends to save one question. */
export function saveQa(id: string, raw: string, options: SaveOptions): object {
  const {
    revision,
    group = 'gifu',
    useWorkflow = true,
    assets = [],
    newPath,
    mainRevision,
    resolution,
    reason,
    newEntry,
  } = options;
  return {
    dataFiles: [{ slug: `${group}/${id}`, path: qaPath(id, group), raw, revision, newPath, mainRevision, resolution }],
    assets,
    options: {
      collectionName: 'qa',
      commitMessage: 'Update',
      useWorkflow,
      status: 'draft',
      unpublished: false,
      hasSubfolders: true,
      privacyReason: reason,
      newEntry,
    },
  };
}

export function draftOf(id: string, group = 'gifu'): { collection: string; slug: string } {
  return { collection: 'qa', slug: `${group}/${id}` };
}

/** Brings a draft to the point where only publishing is left. */
export async function makeReady(visitor: Visitor, id: string, group = 'gifu'): Promise<number> {
  await visitor.act('updateUnpublishedEntryStatus', { ...draftOf(id, group), newStatus: 'pending_review' });
  return (await visitor.act('updateUnpublishedEntryStatus', { ...draftOf(id, group), newStatus: 'pending_publish' }))
    .status;
}

export async function revisionOf(visitor: Visitor, path: string): Promise<string | null> {
  return ((await visitor.act('getEntry', { path })).body as { revision: string | null }).revision;
}

interface SaveOptions {
  revision?: string | null | undefined;
  group?: string;
  useWorkflow?: boolean;
  assets?: object[];
  newPath?: string;
  mainRevision?: string | null;
  resolution?: 'overwrite' | 'merge';
  reason?: string;
  newEntry?: boolean;
}
