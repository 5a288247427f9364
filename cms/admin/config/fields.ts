import * as z from 'zod';
import { unwrap } from '../../../src/lint/describe-field.ts';
import { isKeyOf } from '../../../src/schema/choices.ts';
import { choicesOf, fieldText } from '../../../src/schema/field.ts';

/** Decap's form fields for the fields of a schema; each is described where its type stands and nowhere else. */
export function describeFields(schema: z.ZodType, options: FieldOptions, path: readonly string[] = []): DecapField[] {
  return Object.entries(shapeOf(schema)).map(([name, type]) => describeField(name, type, options, [...path, name]));
}

export function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  const bare = unwrap(schema);
  return bare instanceof z.ZodObject ? (bare.shape as Record<string, z.ZodType>) : {};
}

/** Where widgets find the type of the field that they edit. */
export function typeAt(schema: z.ZodType, path: string): z.ZodType | undefined {
  return path.split('.').reduce<z.ZodType | undefined>((here, name) => {
    const bare = here && unwrap(here);
    const item = bare instanceof z.ZodArray ? unwrap(bare.element as z.ZodType) : bare;
    const shape = item && shapeOf(item);
    return shape && Object.hasOwn(shape, name) ? shape[name] : undefined;
  }, schema);
}

function describeField(name: string, type: z.ZodType, options: FieldOptions, path: readonly string[]): DecapField {
  const words = fieldText(type);
  const isOptional = type instanceof z.ZodOptional || type instanceof z.ZodDefault;
  // Decap begins a list with one item as soon as a field of its items has a default.
  const begin = isOptional && isListOfObjects(type) ? [] : undefined;
  const ownDefault = options.defaults[path.join('.')] ?? begin;
  const hint = [words?.hint, words?.example === undefined ? undefined : `例：${words.example}`]
    .filter(Boolean)
    .join(' ');
  return {
    name,
    label: words?.label ?? name,
    ...(hint === '' ? {} : { hint }),
    // Parts of something that may be left out are checked as a whole when the entry is saved.
    required: !isOptional && !options.isInsideOptional,
    ...(ownDefault === undefined ? {} : { default: ownDefault }),
    type_path: path.join('.'),
    ...describeWidget(
      type,
      {
        ...options,
        isInsideOptional: options.isInsideOptional === true || (isOptional && unwrap(type) instanceof z.ZodObject),
      },
      path,
    ),
  };
}

function isListOfObjects(type: z.ZodType): boolean {
  const bare = unwrap(type);
  return bare instanceof z.ZodArray && unwrap(bare.element as z.ZodType) instanceof z.ZodObject;
}

function describeWidget(
  type: z.ZodType,
  options: FieldOptions,
  path: readonly string[],
): Partial<DecapField> & { widget: string } {
  const bare = unwrap(type);
  const { widget } = fieldText(type) ?? {};
  if (widget === 'hidden') return { widget: 'hidden' };
  if (widget !== undefined && isKeyOf(ownWidgets, widget)) return { widget: ownWidgets[widget] };
  const choices = listOptions(bare);
  if (choices.length > 0) return { widget: 'select', options: choices };
  if (bare instanceof z.ZodArray) return describeList(bare.element as z.ZodType, options, path);
  if (bare instanceof z.ZodObject)
    return {
      widget: 'object',
      collapsed: options.isInsideOptional === true,
      fields: describeFields(bare, options, path),
    };
  if (bare instanceof z.ZodBoolean) return { widget: 'boolean' };
  if (bare instanceof z.ZodNumber)
    return {
      widget: 'number',
      value_type: bare.format === 'safeint' ? 'int' : 'float',
      step: bare.format === 'safeint' ? 1 : 0.1,
    };
  return { widget: 'kj-line' };
}

function describeList(
  item: z.ZodType,
  options: FieldOptions,
  path: readonly string[],
): Partial<DecapField> & { widget: string } {
  const bare = unwrap(item);
  if (bare instanceof z.ZodObject) {
    const summary = options.summaries[path.join('.')];
    return {
      widget: 'list',
      collapsed: false,
      fields: describeFields(bare, options, path),
      ...(summary === undefined ? {} : { summary }),
    };
  }
  const choices = listOptions(bare);
  return choices.length > 0 ? { widget: 'select', multiple: true, options: choices } : { widget: 'kj-lines' };
}

const ownWidgets = {
  markdown: 'kj-text',
  text: 'text',
  date: 'kj-day',
  datetime: 'kj-moment',
  qa: 'kj-related',
  topic: 'kj-topics',
  id: 'kj-id',
} as const;

/** What can be chosen of a type, with the names that people read; none where anything may be written. */
function listOptions(type: z.ZodType): { label: string; value: string | number }[] {
  const isNumber = type instanceof z.ZodNumber;
  return Object.entries(choicesOf(type) ?? {}).map(([key, label]) => ({ label, value: isNumber ? Number(key) : key }));
}

export interface FieldOptions {
  /** By path, as in `answers.date`. */
  defaults: Readonly<Record<string, unknown>>;
  /** What stands on the card of a folded list item, by path. */
  summaries: Readonly<Record<string, string>>;
  isInsideOptional?: boolean;
}

export interface DecapField {
  name: string;
  label: string;
  widget: string;
  hint?: string;
  required?: boolean;
  default?: unknown;
  /** Path of the field's type below its collection's schema. */
  type_path?: string;
  fields?: DecapField[];
  [setting: string]: unknown;
}
