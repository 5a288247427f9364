import * as z from 'zod';
import { explainIssue } from '../../../src/lint/explain-issue.ts';
import { isKeyOf } from '../../../src/schema/choices.ts';
import { collections } from '../../../src/schema/collections.ts';
import { maxCharactersOf } from '../../../src/schema/field.ts';
import { plainSentence } from '../faults/plain-sentence.ts';
import { typeAt } from '../config/fields.ts';

/**
 * The Japanese sentence with which the content check would refuse a field's value, or nothing. `path` is like
 * `answers.by.kind`.
 */
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

/** The schema of a field; undefined for an unknown collection or path. */
export function typeOf(collection: string, path: string): z.ZodType | undefined {
  return isKeyOf(collections, collection) ? typeAt(collections[collection].schema, path) : undefined;
}

/** The most characters that a field takes, where there is a limit. */
export function findLimit(collection: string, path: string): number | undefined {
  const type = typeOf(collection, path);
  return type && maxCharactersOf(type);
}
