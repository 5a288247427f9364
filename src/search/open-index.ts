import type { AddressIndex } from './answer-address.ts';
import { splitFiles } from './bundle.ts';
import {
  manifestFile,
  numberedFile,
  pairFiles,
  type AddressPart,
  type AddressParts,
  type Ahead,
  type DisplayDocument,
  type Facets,
  type Manifest,
  type PackedWords,
  type WordList,
} from './index-format.ts';
import { memoizeRecent } from './lru-memo.ts';
import { openPagefind } from './pagefind/pagefind.ts';
import { prefetchOnce } from './prefetch.ts';
import { createVocabularyReader } from './query/read-vocabulary.ts';
import type { SearchIndex } from './query/search-index.ts';
import { createPostingsReader } from './read-postings.ts';
import type { ResponseCache } from './response-cache.ts';
import { unpack } from './unpack.ts';
import type { VocabularyBase, VocabularyPart } from './vocabulary.ts';
import { SearchError, type Fetch } from './watch-downloads.ts';

/**
 * Through `fetch` goes what a search waits for, with attempts and failures counted; through `kept` what is only fetched
 * early.
 */
export async function openIndex(root: string, fetch: Fetch, kept: ResponseCache): Promise<OpenIndex> {
  const readJson = async <T>(file: string): Promise<T> => (await (await fetch(root + file)).json()) as T;
  const manifest = await readJson<Manifest>(`${manifestFile}?t=${Date.now().toString(36)}`);
  const pagefind = openPagefind(root, manifest, fetch);
  const ready = pagefind.then(() => undefined);
  // A search fails where it asks for what could not be had.
  ready.catch(() => undefined);
  const vocabulary = await readJson<VocabularyBase>(manifest.vocabulary);
  let vocabularyAhead: Ahead['vocabulary'] = {};
  const readAhead = prefetchOnce(async () => {
    const { vocabulary, bundles } = (await (await kept.fetch(root + manifest.ahead, inTheBackground)).json()) as Ahead;
    vocabularyAhead = vocabulary;
    for (const bundle of bundles) {
      const response = await kept.fetch(root + bundle, inTheBackground);
      if (!response.ok) return;
      for (const { name, bytes } of splitFiles(await unpack(new Uint8Array(await response.arrayBuffer()))))
        kept.put(root + name, bytes);
    }
  });
  const once = <K extends string, T>(read: (key: K) => Promise<T>) => memoizeRecent(10, read);
  const facets = once((file: string) => readJson<Facets>(file));
  const words = memoizeRecent(maxLists, async (file: string) => unpackWords(await readJson<PackedWords>(file)));
  // What stands on most pages first, whichever letter it shares.
  const readPairs = async (word: string): Promise<WordList> => {
    const lists = await Promise.all(pairFiles(word).map((file) => words(numberedFile(manifest.words.pair, file))));
    return lists.flat().sort(([, a], [, b]) => b - a);
  };
  const dates = once((file: string) => readJson<number[]>(file));
  const addressParts = once((file: string) => readJson<AddressParts>(file));
  const addressPart = once((file: string) => readJson<AddressPart>(file));
  const packs = memoizeRecent(maxPacks, (number: number) =>
    readJson<DisplayDocument[]>(numberedFile(manifest.packs, number)),
  );
  const readDocument = async (page: number): Promise<DisplayDocument> => {
    const place = page % manifest.packSize;
    const document = (await packs((page - place) / manifest.packSize))[place];
    if (!document) throw new SearchError('stale', `${manifest.packs}/${page}`);
    return document;
  };

  return {
    pageCount: manifest.documents,
    cap: manifest.cap,
    addresses: {
      pageCount: manifest.documents,
      readParts: () => addressParts(manifest.addresses),
      readPart: (file) => addressPart(file),
      readDocument,
    },
    ready,
    readAhead,
    readVocabulary: createVocabularyReader(
      vocabulary,
      async (file) => vocabularyAhead[file] ?? (await readJson<VocabularyPart>(file)),
    ),
    ...createPostingsReader(pagefind, manifest),
    otherCount: manifest.others,
    readFacets: () => facets(manifest.facets),
    readWords: (script, word) => (script === 'pair' ? readPairs(word) : words(manifest.words[script])),
    readDates: () => dates(manifest.dates),
    readDocument,
  };
}

function unpackWords(packed: PackedWords): WordList {
  return packed.flatMap(([pages, words]) => words.split(' ').map((word) => [word, pages] as const));
}

/** Whatever a search itself fetches goes first. */
const inTheBackground: RequestInit = { priority: 'low' };
const maxPacks = 500;
const maxLists = 40;

export interface OpenIndex extends SearchIndex {
  readonly addresses: AddressIndex;
  /** When nothing more is on the way that every search needs. */
  readonly ready: Promise<void>;
  /** Fetches what later searches will need, once. */
  readonly readAhead: () => void;
}
