import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { IndexDocument, SiteParts } from '../index-format.ts';
import type { NamedPlace } from '../suggestions/record.ts';
import type { VocabularyFile } from '../vocabulary.ts';
import { AskedQuestions } from './asked-questions.ts';
import { findRelated, relatedCount } from './find-related.ts';
import { keepDocuments, openDocuments, type DocumentChanges } from './kept-documents.ts';
import { prepareIndex, type PreparedIndex } from './prepare-index.ts';
import { putInPlace, randomName } from './put-in-place.ts';
import { readCode } from './read-code.ts';
import { readPagefind } from './read-pagefind.ts';
import { TextStore } from './text-store.ts';
import { openTextWorkers } from './text-workers.ts';
import { writeIndex } from './write-index.ts';
import { writeSuggestions } from './write-suggestions.ts';

/** Makes the search index of a site and puts it into `folder`. */
export async function makeIndex(input: IndexInput, tellRelated?: TellRelated): Promise<MadeIndex> {
  const { next, ...made } = await writeNextIndex(input, tellRelated);
  await placeIndex(next, input.folder);
  return made;
}

/** Moves a whole index into the folder of a site. */
export async function placeIndex(next: string, folder: string): Promise<void> {
  try {
    await putInPlace(next, folder);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

/**
 * Makes the search index of a site in a new folder. What `stateFolder` holds of the last index is not worked out again;
 * the index is the same, byte for byte, as one made from nothing. `tellRelated` hears of related questions before
 * anything is written, since pages wait for them.
 */
export async function writeNextIndex(
  { documents, changes, vocabulary, places, site, folder, stateFolder }: IndexInput,
  tellRelated: TellRelated = () => undefined,
): Promise<NextIndex> {
  // Beside all that follows.
  readPagefind().catch(() => undefined);
  const code = await readCode();
  const kept = (name: string): string => path.join(stateFolder ?? '', name);
  if (stateFolder !== undefined) await mkdir(stateFolder, { recursive: true });
  const [texts, asked, all] = await Promise.all([
    stateFolder === undefined ? new TextStore() : TextStore.open(kept(textsFile), code),
    stateFolder === undefined ? new AskedQuestions() : AskedQuestions.open(kept(questionsFile), code),
    documents ?? openDocuments(stateFolder ?? '', changes ?? noChanges),
  ]);
  const workers = openTextWorkers();
  let prepared: PreparedIndex;
  try {
    await texts.cutAhead(all, site?.others ?? [], vocabulary, workers);
    prepared = prepareIndex(all, vocabulary, site, texts);
    await asked.askAhead(prepared, workers);
  } finally {
    await workers.end();
  }
  const related = findRelated(prepared, relatedCount, asked);
  tellRelated(related);

  let state = '';
  const next = path.join(stateFolder ?? path.dirname(folder), randomName('next-index'));
  try {
    await writeIndex(prepared, related, next);
    await writeSuggestions(prepared, places, next);
    if (stateFolder !== undefined) {
      state = await keepDocuments(stateFolder, all);
      await texts.save(kept(textsFile), code);
      await asked.save(kept(questionsFile), code);
    }
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    throw error;
  }
  const postings = [...prepared.terms.pages, ...prepared.terms.others].reduce(
    (sum, { tokens }) => sum + tokens.length,
    0,
  );
  return { documents: all.length, postings, textsRead: texts.newTexts, state, next };
}

const textsFile = 'texts.bin';
const questionsFile = 'questions.json';
const noChanges: DocumentChanges = { documents: [], removed: [], since: '' };

export interface IndexInput {
  /** All that is searched, or none and `changes` since the last index of the same `stateFolder`. */
  readonly documents?: readonly IndexDocument[];
  readonly changes?: DocumentChanges;
  readonly vocabulary: readonly VocabularyFile[];
  /** Suggested beside the questions. */
  readonly places: readonly NamedPlace[];
  readonly site?: SiteParts | undefined;
  /** Where the index is put. What lies there answers until the new one is whole. */
  readonly folder: string;
  /** Where what the next index needs is kept. */
  readonly stateFolder?: string | undefined;
}

/** For each document's id the ids of those nearest to it. */
export type RelatedQuestions = ReadonlyMap<string, readonly string[]>;

type TellRelated = (related: RelatedQuestions) => void;

export interface MadeIndex {
  /** By which `changes` can tell this index from others; '' without a `stateFolder`. */
  readonly state: string;
  /** How many can be searched now. */
  readonly documents: number;
  /** How many words there are on all pages. */
  readonly postings: number;
  /** How many texts were not known, and cut into words. */
  readonly textsRead: number;
}

export interface NextIndex extends MadeIndex {
  /** The folder in which it lies until it is put in its place. */
  readonly next: string;
}
