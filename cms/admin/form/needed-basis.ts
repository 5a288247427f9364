import { wantBasis } from '../../../src/lint/rules/basis.ts';
import { isRecord } from '../backend/same-value.ts';
import type { FieldPath } from './field-path.ts';

/**
 * Whether a field that the schema lets out cannot stay empty for what the texts of the form say: an article of a law,
 * or a deadline of one, wants its basis.
 */
export function isWantedByTexts(collection: string, values: Record<string, unknown>, path: FieldPath): boolean {
  if (collection !== 'qa' || path.length !== 1 || path[0] !== 'basis') return false;
  const { question, summary, body, answers } = values;
  const replies = Array.isArray(answers) ? answers.filter(isRecord).map(({ text }) => text) : [];
  return wantBasis([question, summary, body, ...replies].filter((text) => typeof text === 'string'));
}
