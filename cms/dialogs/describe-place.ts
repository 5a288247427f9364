import * as z from 'zod';
import { isRecord } from '../backend/same-value.ts';
import { listOptions } from '../fields.ts';
import { describeField, schemaAt, unwrap } from '../../src/lint/describe-field.ts';
import { collections } from '../../src/schema/collections.ts';
import { fieldText } from '../../src/schema/field.ts';
import { bodyKey } from '../merge/merge-entry.ts';
import type { OpenPlace, Step } from '../merge/open-place.ts';
import { gone } from './separators.ts';

/** The name of the field in which a place stands: 「回答（2番目）の回答日」. */
export function describePlace({ path }: OpenPlace, collection: string | undefined): string {
  if (path[0] === bodyKey) return 'まとめ（本文）';
  const schema = schemaOf(collection);
  if (path.length === 0 || !schema) return '項目全体';
  return describeField(schema, path).replace(/（[\w.[\]]+）$/, '');
}

/** What stands on one side of a place, in words that people read. */
export function describeSide(value: unknown, { path, kind }: OpenPlace, collection: string | undefined): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return gone;
  if (typeof value === 'string' && kind === 'text') return value;
  return describeValue(value, kind === 'items' ? [...path, 0] : path, schemaOf(collection)).join('\n');
}

/** Whether somebody may write into a place; what is chosen from a list or drawn by the form is only chosen again. */
export function isTyped({ path, kind, theirs, yours }: OpenPlace, collection: string | undefined): boolean {
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

function describeValue(value: unknown, path: readonly Step[], schema: z.ZodType | undefined): string[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => [...(index > 0 ? [''] : []), ...describeValue(item, path, schema)]);
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, item]) => {
      const type = schema && schemaAt(schema, [...path, key]);
      const lines = describeValue(item, [...path, key], schema);
      return [`${(type && fieldText(type)?.label) ?? key}：${lines[0] ?? ''}`, ...lines.slice(1)];
    });
  }
  const type = schema && schemaAt(schema, path);
  const bare = type && unwrap(type);
  const text = String(value).trimEnd();
  if (!(bare instanceof z.ZodEnum)) return text.split('\n');
  return [listOptions(bare.options.map(String)).find((option) => option.value === text)?.label ?? text];
}

function schemaOf(collection: string | undefined): z.ZodType | undefined {
  return collection !== undefined && Object.hasOwn(collections, collection)
    ? collections[collection as keyof typeof collections].schema
    : undefined;
}
