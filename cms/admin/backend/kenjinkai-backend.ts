import { isKeyOf } from '../../../src/schema/choices.ts';
import { collections, type CollectionName } from '../../../src/schema/collections.ts';
import type { ComponentClass, DecapConfig } from '../decap.ts';
import type { NewNames } from '../form/new-names.ts';
import { Stopped, ToldAlready } from '../messages/plain-error.ts';
import type { Forms } from '../form/watch-forms.ts';
import type { Published } from '../publishing/follow-page.ts';
import { isForMembers } from '../publishing/page-of.ts';
import { fingerprint } from '../../../src/text/fingerprint.ts';
import type { Unpublishing } from '../unpublishing.ts';
import { readFile } from './apply-changes.ts';
import { createBoard } from './board.ts';
import { checkFormAddress } from './check-form-address.ts';
import { collectionOf } from './collection-of.ts';
import type { Client } from './client.ts';
import { entryKey } from './entry-key.ts';
import { createListPages, type Cursor, type ListParts } from './list-pages.ts';
import { prepareAsset, readAsset, toMedia, type Asset, type PrepareImage } from './media.ts';
import { moveWithGroup } from './move-with-group.ts';
import { CmsError } from './cms-error.ts';
import type { DraftJudgement, DraftStatus, ReadFile } from '../../protocol/entry-shapes.ts';
import { createSaver, type AskEditor } from './save-entry.ts';
import { createShownRevisions } from './shown-revisions.ts';
import { keepShownAssets } from './shown-assets.ts';
import { readRevisionHeader, writeRevisionHeader } from './revision-header.ts';

/**
 * Decap's backend interface over the project's CMS server. Unlike Decap's proxy backend it makes saves safe:
 * with revisions, tokens, retries, and questions to the editor where a program must not decide.
 */
export function createBackendClass(given: BackendParts): BackendClass {
  const { client, ask, authPage, prepareImage, onUnreadable, unpublishing, forms, newNames } = given;
  const saver = createSaver(client, ask);
  const shown = createShownRevisions();
  const board = createBoard(client, onUnreadable);
  const authors = { login: '', name: '' };
  const lists = createListPages(given);

  return class KenjinkaiBackend {
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
      if (data === null) throw new CmsError(404, { code: 'not-found', error: missing });
      saver.opened(file.path, revision);
      shown.showPublished(file.path, revision);
      return withRevision(data, file, revision);
    }

    async unpublishedEntries(): Promise<string[]> {
      const entries = await board.load();
      for (const entry of entries) shown.listDraft(entry.id, entry);
      return entries.map(({ id }) => id);
    }

    async unpublishedEntry({
      id,
      collection = '',
      slug = '',
    }: {
      id?: string;
      collection?: string;
      slug?: string;
    }): Promise<object> {
      const listed = id === undefined ? undefined : board.entry(id);
      if (listed) return listed;
      // Most entries have no draft; the list of drafts says so without an error in the browser's log.
      const ids = await client.act('unpublishedEntries', {});
      const wanted = entryKey(id ?? `${collection}/${slug}`);
      if (!ids.some((known) => entryKey(known) === wanted)) throw notInWorkflow();
      try {
        return await client.act('unpublishedEntry', id === undefined ? { collection, slug } : { id });
      } catch (error) {
        if (error instanceof CmsError && error.status === 404) throw notInWorkflow();
        throw error;
      }
    }

    async unpublishedEntryDataFile(collection: string, slug: string, path: string): Promise<string> {
      const listed = board.takeText(`${collection}/${slug}`, path);
      if (listed) return writeRevisionHeader(listed.text, listed.revision);
      const { data, revision } = await client.act('unpublishedEntryDataFile', {
        collection,
        slug,
        path,
      });
      saver.opened(path, revision);
      shown.showDraft(`${collection}/${slug}`, revision);
      return writeRevisionHeader(data, revision);
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
        if (options.newEntry) newNames.refuseRenamed(options.collectionName, file.slug);
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

    async updateUnpublishedEntryStatus(collection: string, slug: string, newStatus: DraftStatus): Promise<void> {
      board.forget();
      if (newStatus === 'pending_publish') await this.showJudgements(collection, slug, 'approve');
      await client.act('updateUnpublishedEntryStatus', {
        collection,
        slug,
        newStatus,
        ...shown.draft(`${collection}/${slug}`),
      });
    }

    async publishUnpublishedEntry(collection: string, slug: string): Promise<void> {
      board.forget();
      await this.showJudgements(collection, slug, 'publish');
      await saver.publish(collection, slug, shown.draft(`${collection}/${slug}`));
      // The entry is published, even if this message about it fails.
      await this.tellPublished(collection, slug).catch(() => undefined);
      shown.endDraft(`${collection}/${slug}`);
    }

    async deleteUnpublishedEntry(collection: string, slug: string): Promise<void> {
      board.forget();
      await client.act('deleteUnpublishedEntry', { collection, slug, ...shown.draft(`${collection}/${slug}`) });
      shown.endDraft(`${collection}/${slug}`);
    }

    async deleteFiles(paths: string[]): Promise<void> {
      const [path = ''] = paths;
      const collection = collectionOf(path);
      if (collection && unpublishing.isAsked(collection, slugOf(collection, path))) {
        return this.unpublish(collection, path);
      }
      const revisions: Record<string, string> = {};
      for (const path of paths.filter((path) => path.startsWith('content/'))) {
        const revision = shown.published(path) ?? (await client.act('getEntry', { path })).revision;
        if (revision !== null) revisions[path] = revision;
      }
      try {
        await client.act('deleteFiles', { paths, revisions });
      } catch (error) {
        if (!(error instanceof CmsError)) throw error;
        void ask.aboutNeeded('削除できません', error);
        throw new ToldAlready();
      }
      for (const path of paths) {
        const of = collectionOf(path);
        if (!of) continue;
        given.onTakenOff(of, slugOf(of, path));
        given.onDeleted();
      }
    }

    /** Shows the judgements of a draft before it is approved or published; throws if the editor goes back. */
    private async showJudgements(collection: string, slug: string, action: 'approve' | 'publish'): Promise<void> {
      const { judgements = [] } = await client.act('unpublishedEntry', { collection, slug });
      if (judgements.length > 0 && !(await ask.aboutJudgements(judgements, action))) throw new ReviewStopped();
    }

    private async tellPublished(collection: string, slug: string): Promise<void> {
      if (!isKeyOf(collections, collection)) return;
      const { folder, extension } = collections[collection];
      const { data } = await client.act('getEntry', { path: `content/${folder}/${slug}.${extension}` });
      if (data === null) return;
      const { fields } = readFile(data, extension === 'yaml');
      given.onPublished({ collection, slug, version: fingerprint(data), isForMembers: isForMembers(fields) });
    }

    private async unpublish(collection: CollectionName, path: string): Promise<void> {
      const slug = slugOf(collection, path);
      const revision = shown.published(path) ?? (await client.act('getEntry', { path })).revision;
      if (revision === null) throw new CmsError(404, { code: 'not-found', error: missing });
      try {
        const answer = await client.act('unpublishEntry', { collection, slug, revision });
        unpublishing.finish(collection, slug);
        given.onTakenOff(collection, slug);
        for (const [at, now] of Object.entries(answer.revisions)) {
          shown.showPublished(at, null);
          shown.showDraft(`${collection}/${slug}`, now);
        }
        board.forget();
      } catch (error) {
        if (!(error instanceof CmsError)) throw error;
        void ask.aboutNeeded('公開をやめられません', error);
        throw new ToldAlready();
      } finally {
        ask.stayAtEntry(collection, slug);
      }
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

const missing = 'この項目は見つかりません。削除されたか、アドレスが違います。';

/** The reviewer went back to the draft; nothing was changed. */
class ReviewStopped extends Stopped {
  constructor() {
    super('取りやめました。何も変えていません。');
  }
}

/** `content/qa/gifu/abcd2345.mdx` is `gifu/abcd2345`. */
function slugOf(collection: CollectionName, path: string): string {
  const { folder, extension } = collections[collection];
  return path.slice(`content/${folder}/`.length, -(extension.length + 1));
}

function withRevision(data: string, file: ReadFile['file'], revision: string | null): object {
  return { data: writeRevisionHeader(data, revision), file };
}

/** Decap knows by the name of the error that an entry has no draft. */
function notInWorkflow(): Error {
  return Object.assign(new Error('content is not under editorial workflow'), {
    name: 'EDITORIAL_WORKFLOW_ERROR',
    notUnderEditorialWorkflow: true,
  });
}

type BackendClass = new (config: DecapConfig, options: { initialWorkflowStatus?: DraftStatus }) => object;

export interface BackendParts extends ListParts {
  /** Told once an entry has been published. */
  onPublished: (published: Published) => void;
  /** Told once an entry is no longer on the site. */
  onTakenOff: (collection: CollectionName, slug: string) => void;
  /** Told once a published entry has been deleted. */
  onDeleted: () => void;
  /** Address of the page that shows a saved draft. */
  draftAddress: (collection: string, slug: string) => string;
  client: Client;
  ask: AskEditor & AskAboutRemoval & AskAboutJudgements;
  authPage: ComponentClass;
  prepareImage: PrepareImage;
  unpublishing: Pick<Unpublishing, 'isAsked' | 'finish' | 'isDone'>;
  forms: Pick<Forms, 'address' | 'confirmSignOut'>;
  newNames: Pick<NewNames, 'refuseRenamed'>;
}

export interface AskAboutJudgements {
  /** True to go on. */
  aboutJudgements(judgements: readonly DraftJudgement[], action: 'approve' | 'publish'): Promise<boolean>;
}

export interface AskAboutRemoval {
  /** Says why something stays, and who needs it. */
  aboutNeeded(title: string, error: CmsError): Promise<void>;
  stayAtEntry(collection: string, slug: string): void;
}

interface SaveOptions {
  collectionName: string;
  useWorkflow: boolean;
  status?: DraftStatus;
  newEntry?: boolean;
}
