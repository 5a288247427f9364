import type { Fetch } from './watch-downloads.ts';

/**
 * A `fetch` that goes out once for each address that `isKept` names, and not at all for what was put in ahead, until told to
 * forget. What failed is asked for anew.
 */
export function keepResponses(isKept: (address: string) => boolean, fetch: Fetch): Kept {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer> | Response>>();
  const ask: Fetch = async (input, init) => {
    const address = String(input instanceof Request ? input.url : input);
    const held = kept.get(address);
    if (!held && !isKept(address)) return fetch(input, init);
    const asked = held ?? fetch(input, init).then(readWhole);
    kept.set(address, asked);
    const answer = await asked.catch((error: unknown) => {
      kept.delete(address);
      throw error;
    });
    if (!(answer instanceof Response)) return new Response(answer);
    kept.delete(address);
    return answer.clone();
  };
  return { fetch: ask, put: (address, bytes) => void kept.set(address, Promise.resolve(bytes)), forget: () => kept.clear() };
}

/** The content of an answer, unpacked once for all who will ask; a failure as it came. */
async function readWhole(response: Response): Promise<Uint8Array<ArrayBuffer> | Response> {
  if (!response.ok) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return isPacked(bytes) ? await unpack(bytes).catch(() => bytes) : bytes;
}

/** Pagefind's files are compressed in themselves; its script takes them unpacked as well. */
function isPacked([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

/** By the browser itself. Throws where it cannot. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

export interface Kept {
  readonly fetch: Fetch;
  /** Stands in for a download to come. */
  readonly put: (address: string, content: Uint8Array<ArrayBuffer>) => void;
  readonly forget: () => void;
}
