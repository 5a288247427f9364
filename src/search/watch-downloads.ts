/** Downloads with two more attempts, failures typed and counted. */
export function watchDownloads(fetch: Fetch): Downloads {
  const counters = new Set<SearchError[]>();
  const watched: Fetch = async (input, init) => {
    try {
      return await download(addressOf(input), fetch, init);
    } catch (error) {
      if (error instanceof SearchError) for (const counter of counters) counter.push(error);
      throw error;
    }
  };
  return {
    fetch: watched,
    startCounting: () => {
      const counted: SearchError[] = [];
      counters.add(counted);
      return {
        worst: () => counted.find((error) => error.kind === 'stale') ?? counted[0],
        stop: () => counters.delete(counted),
      };
    },
  };
}

/** `stale`: the file is gone, as after a new deployment; `offline`: it could not be had at all. */
export class SearchError extends Error {
  readonly kind: 'stale' | 'offline';

  constructor(kind: 'stale' | 'offline', address: string) {
    super(`${kind}: ${address}`);
    this.name = 'SearchError';
    this.kind = kind;
  }
}

const pauses = [200, 800];

async function download(address: string, fetch: Fetch, init: RequestInit | undefined): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const response = await fetch(address, init).catch(() => undefined);
    if (response?.ok) return response;
    if (response?.status === 404 || response?.status === 410) throw new SearchError('stale', address);
    const pause = pauses[attempt];
    if (pause === undefined) throw new SearchError('offline', address);
    await new Promise((resume) => setTimeout(resume, pause));
  }
}

function addressOf(input: RequestInfo | URL): string {
  const address = input instanceof Request ? input.url : String(input);
  return new URL(address, globalThis.location.href).href;
}

export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

interface Downloads {
  readonly fetch: Fetch;
  readonly startCounting: () => { readonly worst: () => SearchError | undefined; readonly stop: () => void };
}
