import type { Fetch } from './watch-downloads.ts';

/**
 * A `fetch` that goes out once for each address that `isKept` names or that it was told to keep, until told to forget. What failed
 * is asked for anew.
 */
export function keepResponses(isKept: (address: string) => boolean, fetch: Fetch): Kept {
  const kept = new Map<string, Promise<Response>>();
  const ask: Fetch = async (input, init) => {
    const address = String(input instanceof Request ? input.url : input);
    if (!isKept(address) && !kept.has(address)) return fetch(input, init);
    return askOnce(address, input, init);
  };
  const askOnce = async (address: string, input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const asked = kept.get(address) ?? fetch(input, init);
    kept.set(address, asked);
    const response = await asked.catch(() => undefined);
    if (!response?.ok) kept.delete(address);
    return (await asked).clone();
  };
  return { fetch: ask, keep: async (address) => void (await askOnce(address, address)), forget: () => kept.clear() };
}

export interface Kept {
  readonly fetch: Fetch;
  /** Fetches what will be asked for later. */
  readonly keep: (address: string) => Promise<void>;
  readonly forget: () => void;
}
