import type { Fetch } from './watch-downloads.ts';

/** A `fetch` that goes out once for each address that `isKept` names, until told to forget. What failed is asked for anew. */
export function keepResponses(isKept: (address: string) => boolean, fetch: Fetch): Kept {
  const kept = new Map<string, Promise<Response>>();
  const ask: Fetch = async (input, init) => {
    const address = String(input instanceof Request ? input.url : input);
    if (!isKept(address)) return fetch(input, init);
    const asked = kept.get(address) ?? fetch(input, init);
    kept.set(address, asked);
    const response = await asked.catch(() => undefined);
    if (!response?.ok) kept.delete(address);
    return (await asked).clone();
  };
  return { fetch: ask, forget: () => kept.clear() };
}

interface Kept {
  readonly fetch: Fetch;
  readonly forget: () => void;
}
