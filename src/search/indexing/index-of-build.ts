import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { IndexDocument, SiteParts } from '../index-format.ts';
import type { NamedPlace } from '../suggestions/record.ts';
import type { VocabularyFile } from '../vocabulary.ts';
import { relatedCount } from './find-related.ts';
import type { IndexNews, IndexOrder } from './index-worker.ts';

/** Makes a search index in a thread of its own, while pages are rendered. */
export function startIndex({ documents, vocabulary, places, site, folder }: IndexOfBuildInput): IndexOfBuild {
  const related = Promise.withResolvers<NonNullable<IndexNews['related']>>();
  const written = Promise.withResolvers<number>();
  // Whoever asks hears of a failure; nobody else has to.
  for (const { promise } of [related, written]) promise.catch(() => undefined);
  const fail = (error: unknown) => {
    related.reject(error);
    written.reject(error);
  };
  const worker = new Worker(path.resolve('src/search/indexing/index-worker.ts'));
  worker.on('message', (news: IndexNews) => {
    if (news.related) related.resolve(news.related);
    if (news.written !== undefined) written.resolve(news.written);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The index was not finished.')));
  worker.postMessage({ documents, vocabulary, places, site, relatedCount, folder } satisfies IndexOrder);
  return { related: () => related.promise, written: () => written.promise };
}

interface IndexOfBuildInput {
  readonly documents: readonly IndexDocument[];
  readonly vocabulary: readonly VocabularyFile[];
  /** Suggested beside the questions. */
  readonly places: readonly NamedPlace[];
  readonly site?: SiteParts;
  /** Where the index is written. */
  readonly folder: string;
}

export interface IndexOfBuild {
  /** For each document's id the ids of those nearest to it. */
  related(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Waits until the index lies in its folder; the number of documents in it. */
  written(): Promise<number>;
}
