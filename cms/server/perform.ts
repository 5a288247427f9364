import type { Person } from './access/person.ts';
import { catalogue } from './actions/catalogue.ts';
import { deleteFile, deleteFiles } from './actions/delete-files.ts';
import {
  unpublishedBoard,
  unpublishedEntries,
  unpublishedEntry,
  unpublishedEntryDataFile,
  unpublishedEntryMediaFile,
} from './actions/draft-entries.ts';
import { deleteUnpublishedEntry, updateUnpublishedEntryStatus } from './actions/draft-status.ts';
import { entriesByFiles, entriesByFolder, getEntry } from './actions/entries.ts';
import { getMedia, getMediaFile, persistMedia } from './actions/media.ts';
import { nameHolder } from './actions/name-holder.ts';
import { persistEntry } from './actions/persist-entry.ts';
import { publishUnpublishedEntry } from './actions/publish.ts';
import { unpublishEntry } from './actions/unpublish-entry.ts';
import type { Desk } from './desk.ts';
import type { ActionRequest } from './protocol.ts';

/** Carries out one action for a person; what is refused is thrown as an `HttpError`. */
export async function perform(desk: Desk, person: Person, request: ActionRequest): Promise<unknown> {
  switch (request.action) {
    case 'info':
      return {
        repo: 'kenjinkai-knowledge',
        publish_modes: ['simple', 'editorial_workflow'],
        type: 'local_git',
        branch: shortBranch(desk),
      };
    case 'catalogue':
      return catalogue(desk);
    case 'entriesByFolder':
      return entriesByFolder(desk, request.params);
    case 'entriesByFiles':
      return entriesByFiles(desk, request.params);
    case 'getEntry':
      return getEntry(desk, request.params);
    case 'nameHolder':
      return nameHolder(desk, request.params);
    case 'unpublishedEntries':
      return unpublishedEntries(desk);
    case 'unpublishedBoard':
      return unpublishedBoard(desk, person);
    case 'unpublishedEntry':
      return unpublishedEntry(desk, person, request.params);
    case 'unpublishedEntryDataFile':
      return unpublishedEntryDataFile(desk, request.params);
    case 'unpublishedEntryMediaFile':
      return unpublishedEntryMediaFile(desk, request.params);
    case 'deleteUnpublishedEntry':
      return deleteUnpublishedEntry(desk, person, request.params);
    case 'persistEntry':
      return persistEntry(desk, person, request.params);
    case 'updateUnpublishedEntryStatus':
      return updateUnpublishedEntryStatus(desk, person, request.params);
    case 'publishUnpublishedEntry':
      return publishUnpublishedEntry(desk, person, request.params);
    case 'unpublishEntry':
      return unpublishEntry(desk, person, request.params);
    case 'getMedia':
      return getMedia(desk, request.params);
    case 'getMediaFile':
      return getMediaFile(desk, request.params);
    case 'persistMedia':
      return persistMedia(desk, person, request.params);
    case 'deleteFile':
      return deleteFile(desk, person, request.params);
    case 'deleteFiles':
      return deleteFiles(desk, person, request.params);
    case 'getDeployPreview':
      // There is one site, and it is rebuilt after publishing: no preview of its own for each draft.
      return null;
  }
}

export function shortBranch(desk: Desk): string {
  return desk.repository.branch.replace(/^refs\/heads\//, '');
}
