import { createHash } from 'node:crypto';

/** Changes with the content: what lies under a name with it may be cached for ever. */
export function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}
