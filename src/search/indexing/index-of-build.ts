import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { IndexDocument, SiteParts } from '../index-format.ts';
import type { NamedPlace } from '../suggestions/record.ts';
import type { VocabularyFile } from '../vocabulary.ts';
import { relatedCount } from './find-related.ts';
import type { IndexNews, IndexOrder } from './index-worker.ts';

/**
 * The index of one build, made in a thread of its own while pages are rendered. Three parts of the build meet here: the
 * integration makes it ready, the loader gives it what was read, pages ask it for related questions. They are bundled
 * apart from each other, so that it stands under a global name; outside a build it is not there.
 */
export function indexOfBuild(): IndexOfBuild | undefined {
  return (globalThis as Record<symbol, unknown>)[globalName] as IndexOfBuild | undefined;
}

/** Makes the index of a build ready, to be written to `folder`. */
export function readyIndexOfBuild(folder: string): IndexOfBuild {
  const related = Promise.withResolvers<NonNullable<IndexNews['related']>>();
  const written = Promise.withResolvers<number>();
  // Whoever asks hears of a failure; nobody else has to.
  for (const { promise } of [related, written]) promise.catch(() => undefined);
  const fail = (error: unknown) => {
    related.reject(error);
    written.reject(error);
  };

  let worker: Worker | undefined;
  const index: IndexOfBuild = {
    start: (documents, vocabulary, places, site) => {
      if (worker) return;
      worker = new Worker(path.resolve('src/search/indexing/index-worker.ts'));
      worker.on('message', (news: IndexNews) => {
        if (news.related) related.resolve(news.related);
        if (news.written !== undefined) written.resolve(news.written);
      });
      worker.on('error', fail);
      worker.on('exit', () => fail(new Error('The index was not finished.')));
      worker.postMessage({ documents, vocabulary, places, site, relatedCount, folder } satisfies IndexOrder);
    },
    related: () => related.promise,
    written: () => written.promise,
  };
  (globalThis as Record<symbol, unknown>)[globalName] = index;
  return index;
}

const globalName = Symbol.for('kenjinkai.index-of-build');

export interface IndexOfBuild {
  /** Once; a second reading of the same content changes nothing. `places` are suggested beside the questions. */
  start(
    documents: readonly IndexDocument[],
    vocabulary: readonly VocabularyFile[],
    places: readonly NamedPlace[],
    site?: SiteParts,
  ): void;
  /** For each document's id the ids of those nearest to it. */
  related(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Waits until the index lies in its folder; the number of documents in it. */
  written(): Promise<number>;
}
