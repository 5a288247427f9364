import { answerAddress, type AddressIndex } from './answer-address.ts';
import type { SearchAnswer, SearchRequest } from './query/answer.ts';
import { createVocabularyReader } from './query/read-vocabulary.ts';
import { runSearch } from './query/run-search.ts';
import type { Postings } from './query/score-documents.ts';
import type { SearchIndex } from './query/search-index.ts';
import { splitFiles } from './bundle.ts';
import {
  encodeTailToken,
  encodeToken,
  indexFolder,
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
import type { VocabularyBase, VocabularyPart } from './vocabulary.ts';
import { memoizeRecent } from './lru-memo.ts';
import { createResponseCache, type ResponseCache } from './response-cache.ts';
import { openPagefind } from './pagefind.ts';
import { prefetchOnce } from './prefetch.ts';
import { unpack } from './unpack.ts';
import { SearchError, watchDownloads, type Fetch } from './watch-downloads.ts';

export type { BestPlace, NamedValue, SearchAnswer, SearchRequest, SearchResult } from './query/answer.ts';
export type { Segment } from './query/mark-text.ts';
/**
 * The site's search. `basePath` is the site's own, with slashes at both ends; the index lies in its `pagefind` folder.
 */
export function createSearch({
  basePath,
  published,
  fetch = globalThis.fetch.bind(globalThis),
}: SearchOptions): Search {
  const root = new URL(`${basePath}${indexFolder}/`, globalThis.location.href).href;
  const kept = createResponseCache(fetch);
  const downloads = watchDownloads(kept.fetch);
  let opened: Promise<OpenIndex> | undefined;
  const open = (): Promise<OpenIndex> => {
    if (opened) return opened;
    kept.forget();
    opened = openIndex(root, downloads.fetch, kept).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };

  const search = async (request: SearchRequest, isRetry = false): Promise<SearchAnswer> => {
    const failures = downloads.startCounting();
    try {
      const index = await open();
      const answer = (await readAddress(request, index)) ?? (await runSearch(request, index));
      void opened?.then(({ readAhead }) => readAhead());
      return answer;
    } catch (thrown) {
      opened = undefined;
      // Of several downloads that failed one that is gone tells most.
      const error = failures.worst() ?? thrown;
      // After a new deployment the old index's files are gone: its successor is opened, once.
      if (!isRetry && error instanceof SearchError && error.kind === 'stale') return await search(request, true);
      throw error;
    } finally {
      failures.stop();
    }
  };
  const readAddress = async (request: SearchRequest, index: OpenIndex): Promise<SearchAnswer | undefined> => {
    if (!mayBeAddress.test(request.text.normalize('NFKC').trim())) return undefined;
    const site = { home: new URL(basePath, globalThis.location.href).href, published };
    return answerAddress(request, { site, index: index.addresses, search: (rest) => runSearch(rest, index) });
  };
  const load = async (): Promise<void> => {
    const opening = open();
    await (
      await opening
    ).ready.catch((error: unknown) => {
      if (opened === opening) opened = undefined;
      throw error;
    });
  };
  return { load, search };
}

/**
 * Through `fetch` goes what a search waits for, with attempts and failures counted; through `kept` what is only fetched
 * early.
 */
async function openIndex(root: string, fetch: Fetch, kept: ResponseCache): Promise<OpenIndex> {
  const readJson = async <T>(file: string): Promise<T> => (await (await fetch(root + file)).json()) as T;
  const manifest = await readJson<Manifest>(`${manifestFile}?t=${Date.now().toString(36)}`);
  const pagefind = openPagefind(root, manifest, fetch);
  const ready = pagefind.then(() => undefined);
  // A search fails where it asks for what could not be had.
  ready.catch(() => undefined);
  const vocabulary = await readJson<VocabularyBase>(manifest.vocabulary);
  const lookUpToken = memoizeRecent(maxTokens, async (token: string) =>
    divide(await (await pagefind).lookUp(token), manifest.documents),
  );
  const readPosting = async (token: string, withTails: boolean): Promise<Postings> => {
    const { qas: head } = await lookUpToken(encodeToken(token));
    if (!withTails || head.pages.length < manifest.cap) return head;
    const { qas: tail } = await lookUpToken(encodeTailToken(token));
    return { pages: [...head.pages, ...tail.pages], scores: [...head.scores, ...tail.scores] };
  };
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
    lookUp: async (tokens, withTails) => {
      const found = new Map(
        await Promise.all(tokens.map(async (token) => [token, await readPosting(token, withTails)] as const)),
      );
      return (token) => found.get(token) ?? none;
    },
    otherCount: manifest.others,
    lookUpOthers: async (tokens) => {
      const found = new Map(
        await Promise.all(
          tokens.map(async (token) => [token, (await lookUpToken(encodeToken(token))).others] as const),
        ),
      );
      return (token) => found.get(token) ?? none;
    },
    readFacets: () => facets(manifest.facets),
    readWords: (script, word) => (script === 'pair' ? readPairs(word) : words(manifest.words[script])),
    readDates: () => dates(manifest.dates),
    readDocument,
  };
}

function unpackWords(packed: PackedWords): WordList {
  return packed.flatMap(([pages, words]) => words.split(' ').map((word) => [word, pages] as const));
}

/** Behind the Q&As stand the other pages, from `start` on. */
function divide({ pages, scores }: Postings, start: number): { qas: Postings; others: Postings } {
  if (!pages.some((page) => page >= start)) return { qas: { pages, scores }, others: none };
  const isWanted = (place: number, ofOthers: boolean) => (pages[place] ?? 0) >= start === ofOthers;
  const pick = (ofOthers: boolean): Postings => ({
    pages: pages.filter((_, place) => isWanted(place, ofOthers)).map((page) => (ofOthers ? page - start : page)),
    scores: scores.filter((_, place) => isWanted(place, ofOthers)),
  });
  return { qas: pick(false), others: pick(true) };
}

/** With a slash, or a single word as an id is: with a digit, with a hyphen, or of eight letters. */
const mayBeAddress = /\/|^(?:[a-z]{8}|(?=[a-z]*\d)[a-z0-9]{6,12}|[a-z0-9]+(?:-[a-z0-9]+)+)$/i;
/** Whatever a search itself fetches goes first. */
const inTheBackground: RequestInit = { priority: 'low' };
const none: Postings = { pages: [], scores: [] };
const maxTokens = 2_000;
const maxPacks = 500;
const maxLists = 40;

interface OpenIndex extends SearchIndex {
  readonly addresses: AddressIndex;
  /** When nothing more is on the way that every search needs. */
  readonly ready: Promise<void>;
  /** Fetches what later searches will need, once. */
  readonly readAhead: () => void;
}

export interface SearchOptions {
  readonly basePath: string;
  /** The address under which the site is published, if that may be another. */
  readonly published?: string | undefined;
  readonly fetch?: Fetch;
}

export interface Search {
  /** Opens the index ahead of the first search. */
  readonly load: () => Promise<void>;
  readonly search: (request: SearchRequest) => Promise<SearchAnswer>;
}
