import type { DraftStatus, ReadFile } from '../../protocol/entry-shapes.ts';
import type { ComponentClass, DecapConfig } from '../decap/decap.ts';
import type { NameCheck } from '../form/name-check.ts';
import type { Forms } from '../form/watch-forms.ts';
import type { Unpublishing } from '../publishing/unpublishing.ts';
import { createBoard } from './board.ts';
import { checkFormAddress } from './check-form-address.ts';
import type { Client } from './client.ts';
import { createDrafts, type ConfirmJudgements, type DraftDependencies } from './drafts.ts';
import { collectionOf } from './entry-path.ts';
import { createListPages, type Cursor, type ListParts } from './list-pages.ts';
import { prepareAsset, readAsset, toMedia, type Asset, type PrepareImage } from './media.ts';
import { moveWithGroup } from './move-with-group.ts';
import { createRemoval, missingEntry, type RemovalDialogs, type RemovalParts } from './removal.ts';
import { readRevisionHeader, writeRevisionHeader } from './revision-header.ts';
import { createSaver, type AskEditor } from './save-entry.ts';
import { keepShownAssets } from './shown-assets.ts';
import { createShownRevisions } from './shown-revisions.ts';

/**
 * Decap's backend interface over the project's CMS server. Unlike Decap's proxy backend it makes saves safe:
 * with revisions, tokens, retries, and questions to the editor where a program must not decide.
 */
export function createBackendClass(given: BackendParts): BackendClass {
  const { client, authPage, prepareImage, onUnreadable, unpublishing, forms, nameCheck } = given;
  const saver = createSaver(client, given.ask);
  const shown = createShownRevisions();
  const board = createBoard(client, onUnreadable);
  const drafts = createDrafts({ ...given, saver, shown, board });
  const authors = { login: '', name: '' };
  const lists = createListPages(given);

  return class KenjinkaiBackend {
    readonly unpublishedEntries = drafts.unpublishedEntries;
    readonly unpublishedEntry = drafts.unpublishedEntry;
    readonly unpublishedEntryDataFile = drafts.unpublishedEntryDataFile;
    readonly updateUnpublishedEntryStatus = drafts.updateUnpublishedEntryStatus;
    readonly publishUnpublishedEntry = drafts.publishUnpublishedEntry;
    readonly deleteUnpublishedEntry = drafts.deleteUnpublishedEntry;
    readonly deleteFiles = createRemoval({ ...given, shown, board });
    private readonly mediaFolder: string;
    private readonly firstStatus: DraftStatus;

    constructor(config: DecapConfig, options: { initialWorkflowStatus?: DraftStatus }) {
      this.mediaFolder = config.media_folder;
      this.firstStatus = options.initialWorkflowStatus ?? 'draft';
    }

    isGitBackend(): boolean {
      return false;
    }

    async status(): Promise<object> {
      return { auth: { status: true }, api: { status: true, statusPage: '' } };
    }

    authComponent(): ComponentClass {
      return authPage;
    }

    restoreUser(): Promise<object> {
      return this.authenticate();
    }

    async authenticate(): Promise<object> {
      const { user } = await client.signIn();
      Object.assign(authors, { login: user?.login ?? '', name: user?.name ?? '' });
      return { ...authors };
    }

    async logout(): Promise<void> {
      // Decap signs out whatever comes of this, an error included; only what never ends keeps somebody signed in.
      if (!(await forms.confirmSignOut())) return new Promise(() => undefined);
      await client.signOut();
    }

    async getToken(): Promise<string> {
      return '';
    }

    async entriesByFolder(folder: string, extension: string, depth: number): Promise<object[]> {
      return lists.first(folder, extension, depth);
    }

    /** Decap asks for all of them where it looks for a free name. */
    async allEntriesByFolder(folder: string, extension: string, depth: number): Promise<object[]> {
      return lists.all(folder, extension, depth);
    }

    async traverseCursor(cursor: Cursor): Promise<object> {
      return lists.next(cursor);
    }

    async entriesByFiles(files: { path: string; label?: string }[]): Promise<object[]> {
      const found = await client.act('entriesByFiles', { files });
      return found.flatMap(({ data, file, revision }) => (data === null ? [] : [withRevision(data, file, revision)]));
    }

    async getEntry(path: string): Promise<object> {
      const { data, file, revision } = await client.act('getEntry', { path });
      if (data === null) throw missingEntry();
      saver.opened(file.path, revision);
      shown.showPublished(file.path, revision);
      return withRevision(data, file, revision);
    }

    async unpublishedEntryMediaFile(collection: string, slug: string, path: string): Promise<object> {
      return toMedia(await client.act('unpublishedEntryMediaFile', { collection, slug, path }));
    }

    async persistEntry(
      entry: { dataFiles: { slug: string; path: string; raw: string }[]; assets: Asset[] },
      options: SaveOptions,
    ): Promise<void> {
      for (const file of entry.dataFiles) {
        // The server has made it a draft already, with this text.
        if (unpublishing.isDone(options.collectionName, file.slug)) continue;
        if (options.newEntry) nameCheck.refuseRenamed(options.collectionName, file.slug);
        const collection = collectionOf(file.path);
        const shownAssets = keepShownAssets(entry.assets, file.path, readRevisionHeader(file.raw).text);
        const assets = await Promise.all(shownAssets.map(readAsset));
        const { path, revision } = await saver.save({
          ...file,
          move: collection === 'qa' ? moveWithGroup : () => undefined,
          assets,
          options: {
            collectionName: options.collectionName,
            useWorkflow: options.useWorkflow,
            status: options.status ?? this.firstStatus,
            newEntry: options.newEntry,
          },
          checkAddress: () => checkFormAddress(file, options, forms.address()),
        });
        if (revision !== undefined && options.useWorkflow)
          shown.showDraft(`${options.collectionName}/${file.slug}`, revision);
        else if (revision !== undefined) shown.showPublished(path, revision);
      }
      board.forget();
    }

    /** Decap shows it as the way to see a draft. */
    async getDeployPreview(collection: string, slug: string): Promise<object> {
      return { url: given.draftAddress(collection, slug), status: 'SUCCESS' };
    }

    async getMedia(folder: string = this.mediaFolder): Promise<object[]> {
      const files = await client.act('getMedia', {
        mediaFolder: folder.replace(/^\//, ''),
        withoutContent: true,
      });
      return files.map(({ id, name, path, size }) => ({ id, name, path, size, displayURL: { id, path } }));
    }

    async getMediaFile(path: string): Promise<object> {
      return toMedia(await client.act('getMediaFile', { path }));
    }

    async getMediaDisplayURL({ path }: { path: string }): Promise<string> {
      return toMedia(await client.act('getMediaFile', { path })).url;
    }

    async persistMedia(asset: Asset): Promise<object> {
      const prepared = await prepareAsset(asset, prepareImage);
      return toMedia(await client.act('persistMedia', { asset: prepared }));
    }
  };
}

function withRevision(data: string, file: ReadFile['file'], revision: string | null): object {
  return { data: writeRevisionHeader(data, revision), file };
}

type BackendClass = new (config: DecapConfig, options: { initialWorkflowStatus?: DraftStatus }) => object;

type FromHere = 'client' | 'ask' | 'saver' | 'shown' | 'board' | 'unpublishing';

export interface BackendParts extends ListParts, Omit<DraftDependencies, FromHere>, Omit<RemovalParts, FromHere> {
  client: Client;
  ask: AskEditor & RemovalDialogs & ConfirmJudgements;
  /** Address of the page that shows a saved draft. */
  draftAddress: (collection: string, slug: string) => string;
  authPage: ComponentClass;
  prepareImage: PrepareImage;
  unpublishing: Pick<Unpublishing, 'isAsked' | 'finish' | 'isDone'>;
  forms: Pick<Forms, 'address' | 'confirmSignOut'>;
  nameCheck: Pick<NameCheck, 'refuseRenamed'>;
}

interface SaveOptions {
  collectionName: string;
  useWorkflow: boolean;
  status?: DraftStatus;
  newEntry?: boolean;
}
