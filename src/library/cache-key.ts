import { createHash } from 'node:crypto';

/**
 * A name for all that a page shows: two builds that name it alike make the same page. Give it whatever the page reads,
 * and nothing it does not. A Q&A counts as what lists show of it; its own page adds `versionOfFile`.
 */
export function cacheKeyOf(shown: unknown): string {
  return digest(JSON.stringify(shown, (_name, part: unknown) => digestOfListed(part) ?? part));
}

/** Notes what lists show of a Q&A, so that its texts are not read for a key. */
export function noteListed(qa: object, facts: object): void {
  listed.set(qa, facts);
}

function digestOfListed(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const facts = listed.get(part);
  if (facts === undefined) return undefined;
  const known = digests.get(facts) ?? digest(JSON.stringify(facts));
  digests.set(facts, known);
  return known;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

const listed = new WeakMap<object, object>();
const digests = new WeakMap<object, string>();
