import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AstroError } from 'astro/errors';
import type { Loader, LoaderContext } from 'astro/loaders';
import { collectionOf } from '../lint/locate-file.ts';
import type { AnyDocument } from '../lint/parse-document.ts';
import { reportToTerminal } from '../lint/report/terminal.ts';
import { forgetLinkedFiles, noteLinkedFiles } from '../library/linked-files.ts';
import { clearOverrides } from '../library/dev-overrides.ts';
import type { Audience } from '../schema/choices.ts';
import type { CollectionName } from '../schema/collections.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { isWithdrawn, viewFor, type AudienceView } from './audience-view.ts';
import { checkContent, sayNothingToCheck, toDocument, type CheckedContent } from './check-content.ts';
import { readLastChanges } from './read-content.ts';
import { compileNow } from './compile-ahead.ts';
import { listLinkedAddresses } from './linked-addresses.ts';
import { makeStore, type Entry, type Store } from './make-store.ts';
import { listJobs, toStored, type StoreOptions } from './to-stored.ts';

/**
 * One loader a collection, all fed by a single reading of the content. A build stops with every finding of the check;
 * the development server logs them and keeps what it had. What the audience may not read is left out here, before
 * anything sees it.
 */
export function createLoaders(settings: LoaderSettings): (name: CollectionName) => Loader {
  const { root, basePath, audience, today, whenRead } = settings;
  const store = makeStore(settings.contentStore);
  const known = new Map<string, AnyDocument>();
  const contexts = new Map<CollectionName, LoaderContext>();
  const shareReading = once(async () => {
    const [content, changes] = await Promise.all([checkContent(root, today, basePath), readLastChanges(root)]);
    const { documents, compile } = content;
    const errors = content.findings.filter(({ severity }) => severity === 'error').length;
    const view = viewFor(audience, documents);
    forgetLinkedFiles();
    const entries = documents.flatMap((document) => {
      noteLinks(document, view, compile, settings);
      return toEntry(document, view, { basePath, compile, changed: changes.get(document.file) }) ?? [];
    });
    const ofCollection = Map.groupBy(entries, (entry) => entry.collection);
    if (errors === 0 && !content.isEmpty) await whenRead((name) => ofCollection.get(name) ?? []);
    return { documents, ofCollection, report: makeReport(root, content, errors) };
  });

  return (name) => ({
    name: `kenjinkai-${name}`,
    load: async (context) => {
      const { documents, ofCollection, report } = await shareReading();
      report(context);
      context.store.clear();
      if (name === 'qa') store.empty();
      for (const entry of ofCollection.get(name) ?? []) store.put(entry, context);
      contexts.set(name, context);
      if (!context.watcher) return;
      known.clear();
      for (const document of documents) known.set(document.file, document);
      follow(name, { settings, store, known, contexts }, context);
    },
  });
}

/** Undefined for what is not right, and for what the audience may not read. */
function toEntry(document: AnyDocument, view: AudienceView, options: StoreOptions): Entry | undefined {
  if (!view.mayRead(document)) return undefined;
  const data = toStored(document, options);
  if (data === undefined) return undefined;
  const isVocabulary = document.collection === 'vocabulary';
  return {
    collection: document.collection,
    id: document.id,
    data: isVocabulary ? view.adaptVocabulary(data as Vocabulary) : data,
  };
}

/** Notes the files that an entry names; of a withdrawn one nobody sees the text. */
function noteLinks(
  document: AnyDocument,
  view: AudienceView,
  compile: StoreOptions['compile'],
  settings: LoaderSettings,
): void {
  const { data, file } = document;
  if (data === undefined) return;
  const html = listJobs(document, settings.basePath).map((job) => compile(job).html);
  const named = [...('sources' in data ? data.sources : []), ...('basis' in data ? data.basis : [])];
  const urls = named.flatMap(({ url }) => url ?? []);
  const isShown = view.mayRead(document) && !isWithdrawn(document);
  const home = new URL(settings.basePath.replace(/\/?$/, '/'), settings.site).href;
  const page = { qa: 'q/id/', events: 'events/id/' }[document.collection as string] ?? 'pride/';
  noteLinkedFiles(file, { isShown, addresses: listLinkedAddresses(html, urls, home, page) });
}

/**
 * Tells the loaders of one reading what was found, in the words of the content check: an error stops a build, and the
 * development server goes on. Only the first loader writes into the log.
 */
function makeReport(
  root: string,
  { findings, fileCount, isEmpty }: CheckedContent,
  errors: number,
): (context: LoaderContext) => void {
  const sentences = reportToTerminal(findings, fileCount);
  let isTold = false;
  return ({ watcher, logger }) => {
    if (!watcher && isEmpty) throw new AstroError(sayNothingToCheck(root, 'CONTENT_ROOT'));
    if (!watcher && errors > 0)
      throw new AstroError(`内容に${errors}件の誤りがあるため、サイトを組み立てられません。\n${sentences}`);
    if (isTold) return;
    isTold = true;
    if (errors > 0) logger.error(sentences);
    else if (!watcher) logger.info(sentences);
  };
}

/** In development a saved file goes into the store alone, without reading the others again. */
function follow(name: CollectionName, { settings, store, known, contexts }: Followed, context: LoaderContext): void {
  const { root, audience, basePath } = settings;
  context.watcher?.on('all', async (event, changed) => {
    const file = path.relative(root, changed).split(path.sep).join('/');
    if (collectionOf(file) !== name) return;
    const source = event === 'unlink' ? undefined : await readFile(changed, 'utf8').catch(() => undefined);
    const id = path.basename(file).replace(/\.\w+$/, '');
    const leaveOut = () => {
      clearOverrides(id);
      context.store.delete(id);
    };
    const before = viewFor(audience, known.values());
    if (source === undefined) {
      known.delete(file);
      forgetLinkedFiles(file);
      leaveOut();
    } else {
      const document = toDocument({ file, source, collection: name });
      if (!document.data) {
        context.logger.error(
          `${file}: 書き方に誤りがあるため、前の内容のまま表示しています。npm run lint:content で確かめてください。`,
        );
        return;
      }
      known.set(file, document);
      const view = viewFor(audience, known.values());
      noteLinks(document, view, compileNow, settings);
      const entry = toEntry(document, view, { basePath, compile: compileNow, changed: new Date().toISOString() });
      if (entry) store.change(entry, context);
      else leaveOut();
    }
    followTopics(before, viewFor(audience, known.values()), { settings, store, known, contexts });
  });
}

/** A topic comes with its first entry that the audience may read, and goes when members alone have one. */
function followTopics(before: AudienceView, after: AudienceView, { settings, store, known, contexts }: Followed): void {
  const context = contexts.get('topics');
  const changed = [...before.hiddenTopics.symmetricDifference(after.hiddenTopics)];
  if (!context || changed.length === 0) return;
  for (const document of known.values()) {
    if (document.collection !== 'topics' || !changed.includes(document.id)) continue;
    const entry = toEntry(document, after, { basePath: settings.basePath, compile: compileNow, changed: undefined });
    if (entry) store.change(entry, context);
    else context.store.delete(document.id);
  }
}

interface Followed {
  settings: LoaderSettings;
  store: Store;
  /** What was read, by path. */
  known: Map<string, AnyDocument>;
  /** Of the collections that were loaded. */
  contexts: ReadonlyMap<CollectionName, LoaderContext>;
}

/** Calls that come while one is under way share its result; a later one reads anew. */
function once<Result>(read: () => Promise<Result>): () => Promise<Result> {
  let underWay: Promise<Result> | undefined;
  return () => {
    underWay ??= read().finally(() => setTimeout(() => (underWay = undefined), 0));
    return underWay;
  };
}

export interface LoaderSettings {
  /** The folder that holds `content/` and `public/`. */
  root: string;
  basePath: string;
  /** Origin under which the site is published. */
  site: string;
  audience: Audience;
  /** The day in Japan against which dates are held, ISO. */
  today: string;
  /** The file for the texts of Q&As. */
  contentStore: string;
  /** Hears of each reading without an error, with what was kept of a collection. */
  whenRead: (entriesOf: (name: CollectionName) => readonly Entry[]) => void | Promise<void>;
}
