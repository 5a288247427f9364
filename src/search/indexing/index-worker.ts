import { parentPort } from 'node:worker_threads';
import type { IndexDocument, SiteParts } from '../index-format.ts';
import type { VocabularyFile } from '../vocabulary.ts';
import { findRelated } from './find-related.ts';
import { prepareIndex } from './prepare-index.ts';
import type { NamedPlace } from '../suggestions/record.ts';
import { writeIndex } from './write-index.ts';
import { writeSuggestions } from './write-suggestions.ts';

parentPort?.once('message', (order: IndexOrder) => void makeIndex(order));

/** Related questions first: pages wait for them. */
async function makeIndex({ documents, vocabulary, places, site, relatedCount, folder }: IndexOrder): Promise<void> {
  const prepared = prepareIndex(documents, vocabulary, site);
  const related = findRelated(prepared, relatedCount);
  parentPort?.postMessage({ related } satisfies IndexNews);
  await writeIndex(prepared, related, folder);
  await writeSuggestions(prepared, places, folder);
  parentPort?.postMessage({ written: documents.length } satisfies IndexNews);
}

export interface IndexOrder {
  readonly documents: readonly IndexDocument[];
  readonly vocabulary: readonly VocabularyFile[];
  readonly places: readonly NamedPlace[];
  readonly site?: SiteParts | undefined;
  readonly relatedCount: number;
  /** Where the index is written. */
  readonly folder: string;
}

/** What the worker tells, once each. */
export interface IndexNews {
  /** For each document's id the ids of those nearest to it. */
  readonly related?: ReadonlyMap<string, readonly string[]>;
  /** How many documents can be searched now. */
  readonly written?: number;
}
