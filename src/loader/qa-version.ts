import { createHash } from 'node:crypto';
import type { Qa } from '../schema/qa.ts';

/**
 * Eight characters that change whenever what the Q&A says changes, so that a reader's note names what was read.
 * `source` is the write-up as it is in its file.
 */
export function versionOf(
  qa: Pick<Qa, 'question' | 'summary' | 'answers' | 'status'> & { readonly source: string },
): string {
  return createHash('sha256')
    .update(JSON.stringify([qa.question, qa.summary, qa.answers, qa.source, qa.status]))
    .digest('hex')
    .slice(0, 8);
}
