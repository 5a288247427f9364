import { createHash } from 'node:crypto';

/** Changes with the content: what lies under a name with it may be cached for ever. */
export function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}

/** As short as it can be in a list that every search fetches: two contents share it once in sixty million. */
export function shortDigest(content: string): string {
  const number = createHash('sha256').update(content).digest().readUIntBE(0, 6);
  return (number % 36 ** shortLength).toString(36).padStart(shortLength, '0');
}

const shortLength = 5;
