import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AstroError } from 'astro/errors';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Finding } from '../lint/finding.ts';
import { collectionOf } from '../lint/locate-file.ts';
import type { AnyDocument } from '../lint/parse-document.ts';
import type { Audience } from '../schema/choices.ts';
import type { CollectionName } from '../schema/collections.ts';
import { checkContent, toDocument, type CheckedContent } from './check-content.ts';
import { readLastChanges } from './read-content.ts';
import { compileNow } from './compile-ahead.ts';
import { toStored, type StoreOptions } from './to-stored.ts';

/**
 * One loader a collection, all fed by a single reading of the content. A build stops with every finding of the check; the
 * development server logs them and keeps what it had. What the audience may not read is left out here, before anything sees it.
 */
export function createLoaders({ root, basePath, audience, today }: LoaderSettings): (name: CollectionName) => Loader {
  const shareReading = once(async () => {
    const [content, changes] = await Promise.all([checkContent(root, today, basePath), readLastChanges(root)]);
    return { ...content, changes };
  });

  return (name) => ({
    name: `kenjinkai-${name}`,
    load: async (context) => {
      const reading = await shareReading();
      report(reading, context);
      context.store.clear();
      for (const document of reading.documents) if (document.collection === name) keep(document, context, audience, { basePath, compile: reading.compile, changed: reading.changes.get(document.file) });
      if (context.watcher) follow(name, root, context, audience, basePath);
    },
  });
}

function keep(document: AnyDocument, { store }: LoaderContext, audience: Audience, options: StoreOptions): void {
  const data = toStored(document, options);
  if (data && !(audience === 'public' && data['audience'] === 'members')) store.set({ id: document.id, data });
  else store.delete(document.id);
}

function report({ errors }: CheckedContent, { watcher, logger }: LoaderContext): void {
  if (errors.length === 0) return;
  const sentences = errors.map(describe).join('\n');
  if (!watcher) throw new AstroError(`内容に${errors.length}件の誤りがあるため、サイトを組み立てられません。\n${sentences}`);
  logger.error(sentences);
}

/** In development a saved file goes into the store alone, without reading the others again. */
function follow(name: CollectionName, root: string, context: LoaderContext, audience: Audience, basePath: string): void {
  context.watcher?.on('all', async (event, changed) => {
    const file = path.relative(root, changed).split(path.sep).join('/');
    if (collectionOf(file) !== name) return;
    const source = event === 'unlink' ? undefined : await readFile(changed, 'utf8').catch(() => undefined);
    const id = path.basename(file).replace(/\.\w+$/, '');
    if (source === undefined) return context.store.delete(id);
    const document = toDocument({ file, source, collection: name });
    if (document.data) keep(document, context, audience, { basePath, compile: compileNow, changed: new Date().toISOString() });
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
}
