import { createHash } from 'node:crypto';
import type { LibraryQa } from '../library/qas.ts';

/** Eight characters that change whenever what the Q&A says changes, so that a reader's note names what was read. */
export function versionOf(qa: Pick<LibraryQa, 'question' | 'summary' | 'answers' | 'source' | 'status'>): string {
  return createHash('sha256')
    .update(JSON.stringify([qa.question, qa.summary, qa.answers, qa.source, qa.status]))
    .digest('hex')
    .slice(0, 8);
}
