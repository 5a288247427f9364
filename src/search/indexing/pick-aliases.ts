import { toMatchingKey } from '../../text/matching-key.ts';
import { tokenise } from '../../text/tokenise.ts';
import type { IndexDocument } from '../index-format.ts';

/**
 * The aliases of a Q&A that a result may have to show: those with a word that stands neither in its question nor in its
 * summary.
 */
export function pickAliases({
  question,
  summary,
  aliases,
}: Pick<IndexDocument, 'question' | 'summary' | 'aliases'>): string[] {
  const shown = toMatchingKey(`${question}\n${summary}`);
  return aliases.filter((alias) =>
    tokenise(alias).some(({ tokens }) => tokens[0] !== undefined && !shown.includes(tokens[0].text)),
  );
}
