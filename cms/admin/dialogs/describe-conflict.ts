import * as z from 'zod';
import { isRecord } from '../backend/same-value.ts';
import { describeField, schemaAt, unwrap } from '../../../src/lint/describe-field.ts';
import { isKeyOf } from '../../../src/schema/choices.ts';
import { collections } from '../../../src/schema/collections.ts';
import { splitFrontMatter } from '../../../src/lint/split-front-matter.ts';
import { choicesOf, fieldText } from '../../../src/schema/field.ts';
import { bodyKey } from '../merge/merge-entry.ts';
import type { MergeConflict, Step } from '../merge/merge-conflict.ts';
import { toReaderText } from './reader-text.ts';
import { deletedPlaceholder } from './conflict-markers.ts';

/** The name of the field in which a conflict stands: 「回答（2番目）の回答日」. */
export function describeConflict({ path }: MergeConflict, collection: string | undefined): string {
  if (path[0] === bodyKey) return 'まとめ（本文）';
  const schema = schemaOf(collection);
  if (path.length === 0 || !schema) return '項目全体';
  // Without the key that follows the label: 「回答日（answers[1].answered）」.
  return describeField(schema, path).replace(/（[\w.[\]]+）$/, '');
}

/** One side of a conflict for the textarea: Markdown where it can be edited there, else as `readSide` gives it. */
export function sideForTextarea(value: unknown, conflict: MergeConflict, collection: string | undefined): string {
  return typeof value === 'string' && conflict.path.length > 0 && isEditedAsText(conflict, collection)
    ? value.trimEnd()
    : sideAsText(value, conflict, collection);
}

/** One side of a conflict as plain text without markup, as a reader sees it. */
export function sideAsText(value: unknown, { path, kind }: MergeConflict, collection: string | undefined): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return deletedPlaceholder;
  if (typeof value === 'string' && kind === 'text') return toReaderText(value);
  // For a deleted entry the value is the text of its file.
  if (typeof value === 'string' && path.length === 0)
    return toReaderText((splitFrontMatter(value)?.body ?? value).trim());
  return describeValue(value, kind === 'items' ? [...path, 0] : path, schemaOf(collection)).join('\n');
}

/**
 * Whether the editor may write another text to resolve the conflict; for a list or a field with its own widget, one of
 * the two versions has to be chosen.
 */
export function isEditedAsText({ path, kind, theirs, yours }: MergeConflict, collection: string | undefined): boolean {
  if (kind === 'text') return true;
  if (kind === 'items' || path.length === 0) return false;
  const schema = schemaOf(collection);
  const type = schema && schemaAt(schema, path);
  const widget = type && fieldText(type)?.widget;
  const isPlain =
    type !== undefined &&
    unwrap(type) instanceof z.ZodString &&
    (widget === undefined || widget === 'text' || widget === 'markdown');
  return isPlain && [theirs, yours].every((side) => side === undefined || typeof side === 'string');
}

/** Lines of a value, each field by its label. */
export function describeValue(value: unknown, path: readonly Step[], schema: z.ZodType | undefined): string[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => [...(index > 0 ? [''] : []), ...describeValue(item, path, schema)]);
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, item]) => {
      const type = schema && schemaAt(schema, [...path, key]);
      const lines = describeValue(item, Array.isArray(item) ? [...path, key, 0] : [...path, key], schema);
      return [`${(type && fieldText(type)?.label) ?? key}：${lines[0] ?? ''}`, ...lines.slice(1)];
    });
  }
  const type = schema && schemaAt(schema, path);
  if (typeof value === 'boolean') return [value ? 'はい' : 'いいえ'];
  const text = String(value).trimEnd();
  const choices = type && choicesOf(type);
  return choices ? [isKeyOf(choices, text) ? (choices[text] ?? text) : text] : toReaderText(text).split('\n');
}

export function schemaOf(collection: string | undefined): z.ZodType | undefined {
  return collection !== undefined && Object.hasOwn(collections, collection)
    ? collections[collection as keyof typeof collections].schema
    : undefined;
}
