import * as z from 'zod';
import { schemaAt, unwrap } from '../../../src/lint/describe-field.ts';
import { fieldText } from '../../../src/schema/field.ts';
import { readFile } from '../backend/apply-changes.ts';
import { collectionOf, isYamlPath } from '../backend/entry-path.ts';
import { isRecord } from '../backend/same-value.ts';
import type { Step } from '../merge/merge-conflict.ts';
import { describeValue, schemaOf } from './describe-conflict.ts';
import { toReaderText } from './reader-text.ts';

/**
 * An entry's file as lines that people read: each field by its label, choices by their names, texts as on the page. Of
 * a file that cannot be read as fields there is its text.
 */
export function describeEntry(path: string, text: string): string {
  if (text === '') return '';
  try {
    const { fields, body } = readFile(text, isYamlPath(path));
    const lines = describeRecord(fields, [], schemaOf(collectionOf(path)));
    const written =
      (body ?? '').trim() === ''
        ? []
        : [
            '',
            'まとめ（本文）：',
            ...toReaderText(body ?? '')
              .trim()
              .split('\n'),
          ];
    return [...lines, ...written].join('\n');
  } catch {
    return toReaderText(text);
  }
}

function describeRecord(value: Record<string, unknown>, path: readonly Step[], schema: Schema): string[] {
  return Object.entries(value).flatMap(([key, item]) => describeNamed(item, [...path, key], schema));
}

function describeNamed(value: unknown, path: readonly Step[], schema: Schema): string[] {
  const type = schema && schemaAt(schema, path);
  const label = (type && fieldText(type)?.label) ?? String(path.at(-1));
  if (isRecord(value)) return [label, ...indent(describeRecord(value, path, schema))];
  if (Array.isArray(value)) {
    const isOfRecords = type && unwrap(type) instanceof z.ZodArray && value.some(isRecord);
    if (!isOfRecords)
      return [`${label}：${value.flatMap((item, place) => describeValue(item, [...path, place], schema)).join('、')}`];
    return value.flatMap((item, place) => [
      `${label}（${place + 1}番目）`,
      ...indent(isRecord(item) ? describeRecord(item, [...path, place], schema) : [String(item)]),
    ]);
  }
  const [first = '', ...rest] = describeValue(value, path, schema);
  return rest.length === 0 ? [`${label}：${first}`] : [`${label}：`, ...indent([first, ...rest])];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? line : `　${line}`));
}

type Schema = ReturnType<typeof schemaOf>;
