import * as z from 'zod';
import { unwrap } from '../../../src/lint/describe-field.ts';
import { isRecord } from '../backend/same-value.ts';
import { shapeOf } from '../config/fields.ts';
import type { FieldPath } from './field-path.ts';
import { filledValues, isHollow } from './filled-values.ts';

/**
 * Whether an entry with these values cannot be saved while the field at `path` is empty; undefined for what is no field
 * of the schema. The schema itself is asked: a field that may be left out by its type is needed where the schema finds
 * something missing at its place.
 */
export function isNeeded(schema: z.ZodType, values: unknown, path: FieldPath): boolean | undefined {
  const [first, second, ...rest] = path;
  if (typeof first !== 'string') return undefined;
  const type = ownField(schema, first);
  if (!type) return undefined;
  if (typeof second === 'number') {
    // An item of a list is judged by itself: it is there, so its own parts are needed.
    const bare = unwrap(type);
    if (rest.length === 0 || !(bare instanceof z.ZodArray)) return undefined;
    return isNeeded(bare.element as z.ZodType, valueAt(values, [first, second]), rest);
  }
  if (second === undefined) return isOptional(type) ? isMissed(schema, values, first) : true;
  const within = isNeeded(unwrap(type), valueAt(values, [first]), [second, ...rest]);
  const isWanted = isOptional(type) && !isMissed(schema, values, first) && isHollow(valueAt(values, [first]));
  return within === true && isWanted ? false : within;
}

export function valueAt(values: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (here, step) => (isRecord(here) || Array.isArray(here) ? Reflect.get(here, step) : undefined),
    values,
  );
}

/** Whether the schema misses something at a field, or below it, once nothing stands there. */
function isMissed(schema: z.ZodType, values: unknown, name: string): boolean {
  const others = isRecord(values) ? Object.entries(values).filter(([key]) => key !== name) : [];
  const { error } = schema.safeParse(filledValues(Object.fromEntries(others)));
  return error?.issues.some(({ path }) => path[0] === name) === true;
}

function ownField(schema: z.ZodType, name: string): z.ZodType | undefined {
  const shape = shapeOf(schema);
  return Object.hasOwn(shape, name) ? shape[name] : undefined;
}

function isOptional(type: z.ZodType): boolean {
  return type instanceof z.ZodOptional || type instanceof z.ZodDefault;
}
