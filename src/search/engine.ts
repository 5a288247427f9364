import { answerAddress } from './answer-address.ts';
import { indexFolder } from './index-format.ts';
import { openIndex, type OpenIndex } from './open-index.ts';
import type { SearchAnswer, SearchRequest } from './query/answer.ts';
import { runSearch } from './query/run-search.ts';
import { createResponseCache } from './response-cache.ts';
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

/** With a slash, or a single word as an id is: with a digit, with a hyphen, or of eight letters. */
const mayBeAddress = /\/|^(?:[a-z]{8}|(?=[a-z]*\d)[a-z0-9]{6,12}|[a-z0-9]+(?:-[a-z0-9]+)+)$/i;
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
