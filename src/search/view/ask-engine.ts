import type { Search, SearchAnswer, SearchRequest, SearchResult } from '../engine.ts';
import { filterLists, type SearchState } from './address-state.ts';
import type { OwnBody, OwnBodyStore } from './own-body.ts';

/** The engine, asked for what stands in the page's address, near the reader's own body. */
export function openEngine(search: Search, { isFull, ownBody }: OfPage): Engine {
  const toRequest = ({ text, filters, sort }: SearchState) => ({
    ...{ text, filters: filterLists(filters), sort },
    ...nearTo(ownBody.read()),
  });
  return {
    load: search.load,
    ask: (state, limit, isTyping = false) =>
      search.search({ ...toRequest(state), offset: 0, limit, counts: isFull && limit > 0, isTyping }),
    touchingBehind: (state, total) => {
      const request = toRequest(state);
      return async (from, limit) => {
        const rest = { offset: total + from, limit, counts: false, withTouching: true };
        return (await search.search({ ...request, ...rest })).results;
      };
    },
  };
}

/** A prefecture is as large as it is: its band says nothing of what it does. */
function nearTo(own: OwnBody | undefined): Pick<SearchRequest, 'near'> {
  if (!own) return {};
  return { near: own.kind === 'prefecture' ? { kind: own.kind } : own };
}

interface OfPage {
  /** On the search page the values of filters are counted. */
  readonly isFull: boolean;
  readonly ownBody: OwnBodyStore;
}

interface Engine {
  readonly load: () => Promise<void>;
  readonly ask: (state: SearchState, limit: number, isTyping?: boolean) => Promise<SearchAnswer>;
  /** Reads the questions that only touch a search, which stand behind its `total` answers. */
  readonly touchingBehind: (
    state: SearchState,
    total: number,
  ) => (from: number, limit: number) => Promise<readonly SearchResult[]>;
}
