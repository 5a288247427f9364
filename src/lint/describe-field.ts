import * as z from 'zod';
import { fieldText, type FieldText } from '../schema/field.ts';
import type { YamlPath } from './yaml-positions.ts';

/** 「回答（2番目）の回答日（answers[1].date）」 for `['answers', 1, 'date']`; empty for the whole file. */
export function describeField(schema: z.ZodType, path: YamlPath): string {
  if (path.length === 0) return '';
  const labels = labelsOn(schema, path);
  const keys = path.reduce<string>(
    (keys, step) => (typeof step === 'number' ? `${keys}[${step}]` : keys === '' ? step : `${keys}.${step}`),
    '',
  );
  return labels === '' ? keys : `${labels}（${keys}）`;
}

/**
 * Label of the last named field on a path, with its place in a list: 「話題（2番目）」. Without a label, that of the field
 * around it, or the key.
 */
export function labelOf(schema: z.ZodType, path: YamlPath): string {
  const place = path.findLastIndex((step) => typeof step === 'string');
  const named = labelsOn(schema, path.slice(place === -1 ? 0 : place), path.slice(0, Math.max(place, 0)));
  if (named !== '') return named;
  return place > 0 ? labelOf(schema, path.slice(0, place)) : String(path[place] ?? 'この項目');
}

/** The words beside a field's type: its own, or for an item of a list those of the list. */
export function textOf(schema: z.ZodType, path: YamlPath): FieldText | undefined {
  const here = schemaAt(schema, path);
  const own = here && fieldText(here);
  return own ?? (typeof path.at(-1) === 'number' ? textOf(schema, path.slice(0, -1)) : undefined);
}

/** The type at a path, without the wrappers that make it optional. */
export function schemaAt(schema: z.ZodType, path: YamlPath): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema;
  for (const step of path) {
    const bare: z.ZodType | undefined = here && unwrap(here);
    if (bare instanceof z.ZodObject && typeof step === 'string') here = fieldOf(bare, step);
    else if (bare instanceof z.ZodArray && typeof step === 'number') here = bare.element as z.ZodType;
    else return undefined;
  }
  return here;
}

/**
 * The type of a field by its name, which anybody may have written: `constructor` is no field though every object has
 * one.
 */
function fieldOf({ shape }: z.ZodObject, name: string): z.ZodType | undefined {
  return Object.hasOwn(shape, name) ? (shape[name] as z.ZodType) : undefined;
}

export function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap() as z.ZodType);
  return schema;
}

function labelsOn(schema: z.ZodType, path: YamlPath, before: YamlPath = []): string {
  let words = '';
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') {
      words += words === '' ? `${step + 1}番目` : `（${step + 1}番目）`;
      continue;
    }
    const here = schemaAt(schema, [...before, ...path.slice(0, index + 1)]);
    const label = here && fieldText(here)?.label;
    if (label !== undefined) words += words === '' ? label : `の${label}`;
  }
  return words;
}

/** The path of a field from how `describeField` names it; empty where the name tells none. */
export function pathOfField(field: string): (string | number)[] {
  const keys = /（([\w.[\]]+)）$/.exec(field)?.[1] ?? (/^[\w.[\]]+$/.test(field) ? field : '');
  return [...keys.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) => (index === undefined ? step : Number(index)));
}
