import type { Fetch } from './watch-downloads.ts';

/** A `fetch` that does not go out for what was put in ahead, until told to forget. */
export function createResponseCache(fetch: Fetch): ResponseCache {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    fetch: (input, init) => {
      const held = kept.get(String(input instanceof Request ? input.url : input));
      return held ? Promise.resolve(new Response(held)) : fetch(input, init);
    },
    put: (address, bytes) => void kept.set(address, bytes),
    forget: () => kept.clear(),
  };
}

export interface ResponseCache {
  readonly fetch: Fetch;
  /** Stands in for a download to come. */
  readonly put: (address: string, content: Uint8Array<ArrayBuffer>) => void;
  readonly forget: () => void;
}
