import * as z from 'zod';
import { explainIssue } from '../../src/lint/explain-issue.ts';
import { isKeyOf } from '../../src/schema/choices.ts';
import { collections } from '../../src/schema/collections.ts';
import { plainSentence } from './faults/plain-sentence.ts';
import { typeAt } from './fields.ts';

/** The sentence that the content check would say of a field's value, or nothing. */
export function checkValue(collection: string, path: string, value: unknown): string | undefined {
  const type = typeOf(collection, path);
  if (!type) return undefined;
  const name = path.split('.').at(-1) ?? path;
  const alone = z.strictObject({ [name]: type });
  const result = alone.safeParse({ [name]: value });
  const [issue] = result.error?.issues ?? [];
  const message = issue && explainIssue(issue, alone, { [name]: value })[0]?.message;
  return message === undefined ? undefined : plainSentence(message);
}

export function typeOf(collection: string, path: string): z.ZodType | undefined {
  return isKeyOf(collections, collection) ? typeAt(collections[collection].schema, path) : undefined;
}

/** The most characters that a field of one line takes, where there is a limit. */
export function findLimit(collection: string, path: string): number | undefined {
  const type = typeOf(collection, path);
  if (!type) return undefined;
  for (const most of [20, 40, 60, 80, 120, 160, 200]) {
    if (!type.safeParse('あ'.repeat(most + 1)).success && type.safeParse('あ'.repeat(most)).success) return most;
  }
  return undefined;
}
