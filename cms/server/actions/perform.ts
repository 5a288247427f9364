import type { ActionName, AnswerOf, ParamsOf } from '../../protocol/actions.ts';
import type { Person } from '../access/person.ts';
import { shortName } from '../repository/git/references.ts';
import type { ActionContext } from './action-context.ts';
import { catalogue } from './catalogue.ts';
import { deleteFile, deleteFiles } from './delete-files.ts';
import {
  unpublishedBoard,
  unpublishedEntries,
  unpublishedEntry,
  unpublishedEntryDataFile,
  unpublishedEntryMediaFile,
} from './draft-entries.ts';
import { deleteUnpublishedEntry, updateUnpublishedEntryStatus } from './draft-status.ts';
import { entriesByFiles, entriesByFolder, getEntry } from './entries.ts';
import { listEntries } from './list-entries.ts';
import { getMedia, getMediaFile, persistMedia } from './media.ts';
import { persistEntry } from './persist-entry.ts';
import { publishUnpublishedEntry } from './publish.ts';
import { nameHolder } from './taken-names.ts';
import { unpublishEntry } from './unpublish-entry.ts';

/** Carries out one action for a person; what is refused is thrown as an `HttpError`. */
export async function perform<Name extends ActionName>(
  context: ActionContext,
  person: Person,
  action: Name,
  params: ParamsOf<Name>,
): Promise<Sent<Name>> {
  return performers[action](context, params, person);
}

const performers: { [Name in ActionName]: Performer<Name> } = {
  info: (context) => ({
    repo: 'kenjinkai-knowledge',
    publish_modes: ['simple', 'editorial_workflow'],
    type: 'local_git',
    branch: shortName(context.repository.branch),
  }),
  catalogue,
  entriesByFolder,
  listEntries,
  entriesByFiles,
  getEntry,
  nameHolder,
  unpublishedEntries,
  unpublishedBoard,
  unpublishedEntry,
  unpublishedEntryDataFile,
  unpublishedEntryMediaFile,
  deleteUnpublishedEntry,
  persistEntry,
  updateUnpublishedEntryStatus,
  publishUnpublishedEntry,
  unpublishEntry,
  getMedia,
  getMediaFile,
  persistMedia,
  deleteFile,
  deleteFiles,
  getDeployPreview: () => null,
};

type Performer<Name extends ActionName> = (
  context: ActionContext,
  params: ParamsOf<Name>,
  person: Person,
) => Promise<Sent<Name>> | Sent<Name>;

/** A list may be sent as it is read. */
type Sent<Name extends ActionName> =
  AnswerOf<Name> | (AnswerOf<Name> extends readonly (infer Item)[] ? AsyncIterable<Item> : never);
