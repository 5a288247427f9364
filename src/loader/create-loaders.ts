import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AstroError } from 'astro/errors';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Finding } from '../lint/finding.ts';
import { collectionOf } from '../lint/locate-file.ts';
import type { AnyDocument } from '../lint/parse-document.ts';
import { forgetSaved } from '../library/saved-qas.ts';
import type { Audience } from '../schema/choices.ts';
import type { CollectionName } from '../schema/collections.ts';
import { checkContent, toDocument } from './check-content.ts';
import { readLastChanges } from './read-content.ts';
import { compileNow } from './compile-ahead.ts';
import { makeStore, type Entry, type Store } from './make-store.ts';
import { toStored, type StoreOptions } from './to-stored.ts';

/**
 * One loader a collection, all fed by a single reading of the content. A build stops with every finding of the check; the
 * development server logs them and keeps what it had. What the audience may not read is left out here, before anything sees it.
 */
export function createLoaders({ root, basePath, audience, today, shelf, whenRead }: LoaderSettings): (name: CollectionName) => Loader {
  const store = makeStore(shelf);
  const shareReading = once(async () => {
    const [{ documents, compile, errors }, changes] = await Promise.all([checkContent(root, today, basePath), readLastChanges(root)]);
    const entries = documents.flatMap((document) => toEntry(document, audience, { basePath, compile, changed: changes.get(document.file) }) ?? []);
    const ofCollection = Map.groupBy(entries, (entry) => entry.collection);
    if (errors.length === 0) whenRead((name) => ofCollection.get(name) ?? []);
    return { errors, ofCollection };
  });

  return (name) => ({
    name: `kenjinkai-${name}`,
    load: async (context) => {
      const { errors, ofCollection } = await shareReading();
      report(errors, context);
      context.store.clear();
      if (name === 'qa') store.empty();
      for (const entry of ofCollection.get(name) ?? []) store.put(entry, context);
      if (context.watcher) follow(name, root, context, store, audience, basePath);
    },
  });
}

/** Undefined for what is not right, and for what the audience may not read. */
function toEntry(document: AnyDocument, audience: Audience, options: StoreOptions): Entry | undefined {
  const data = toStored(document, options);
  return data === undefined || (audience === 'public' && data['audience'] === 'members') ? undefined : { collection: document.collection, id: document.id, data };
}

function report(errors: readonly Finding[], { watcher, logger }: LoaderContext): void {
  if (errors.length === 0) return;
  const sentences = errors.map(describe).join('\n');
  if (!watcher) throw new AstroError(`内容に${errors.length}件の誤りがあるため、サイトを組み立てられません。\n${sentences}`);
  logger.error(sentences);
}

/** In development a saved file goes into the store alone, without reading the others again. */
function follow(name: CollectionName, root: string, context: LoaderContext, store: Store, audience: Audience, basePath: string): void {
  context.watcher?.on('all', async (event, changed) => {
    const file = path.relative(root, changed).split(path.sep).join('/');
    if (collectionOf(file) !== name) return;
    const source = event === 'unlink' ? undefined : await readFile(changed, 'utf8').catch(() => undefined);
    const id = path.basename(file).replace(/\.\w+$/, '');
    if (source === undefined) {
      forgetSaved(id);
      return context.store.delete(id);
    }
    const document = toDocument({ file, source, collection: name });
    const entry = toEntry(document, audience, { basePath, compile: compileNow, changed: new Date().toISOString() });
    if (entry) store.change(entry, context);
    else if (document.data) {
      forgetSaved(id);
      context.store.delete(id);
    }
    else context.logger.error(`${file}: 書き方に誤りがあるため、前の内容のまま表示しています。npm run lint:content で確かめてください。`);
  });
}

function describe({ file, line, column, message }: Finding): string {
  return `${file}:${line}:${column} ${message}`;
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
  audience: Audience;
  /** The day in Japan against which dates are held, ISO. */
  today: string;
  /** The file for the texts of Q&As. */
  shelf: string;
  /** Hears of each reading without an error, with what was kept of a collection. */
  whenRead: (entriesOf: (name: CollectionName) => readonly Entry[]) => void;
}
