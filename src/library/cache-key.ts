import { createHash } from 'node:crypto';

/**
 * A name for all that a page shows: two builds that name it alike make the same page. Give it whatever the page reads,
 * and nothing it does not. A Q&A counts with all its facts but the versions of its file, which its own page adds.
 */
export function cacheKeyOf(shown: unknown): string {
  return digest(JSON.stringify(shown, (_name, part: unknown) => digestOfFacts(part) ?? part));
}

/** Notes the facts of a Q&A by which it counts, so that its texts are not read for a key. */
export function noteFacts(qa: object, facts: object): void {
  factsOf.set(qa, facts);
}

function digestOfFacts(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const facts = factsOf.get(part);
  if (facts === undefined) return undefined;
  const known = digests.get(facts) ?? digest(JSON.stringify(facts));
  digests.set(facts, known);
  return known;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

const factsOf = new WeakMap<object, object>();
const digests = new WeakMap<object, string>();
