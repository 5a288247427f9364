import * as z from 'zod';
import { keysOf } from './choices.ts';

/**
 * What people read about a field. It stands beside the field's type, and the CMS forms, the error sentences and the
 * documentation are all made from it.
 */
export interface FieldText {
  /** Japanese name of the field. */
  label: string;
  /** One sentence that tells an editor what to put there. */
  hint?: string;
  example?: string;
  /** How the CMS lets people edit it, where the type alone does not say. */
  widget?: 'markdown' | 'text' | 'date' | 'datetime' | 'qa' | 'topic' | 'group' | 'image' | 'hidden' | 'id';
  /** Sentence shown when the value has the wrong form, in place of the general one. */
  error?: string;
}

/** Stands for the field's Japanese name in the sentence that a type gives for values of the wrong form. */
export const fieldName = '{項目}';

declare module 'zod' {
  interface GlobalMeta {
    field?: FieldText;
    /** What people read for each of the values that can be chosen. */
    choices?: Readonly<Record<string, string>>;
    /** The most characters of a text, counted as people do (code points). */
    maxCharacters?: number;
  }
}

/** Binds the words to the type. */
export function field<Schema extends z.ZodType>(schema: Schema, text: FieldText): Schema {
  return schema.meta({ field: text }) as Schema;
}

/** A key of a table; its words stay beside the type. */
export function choice<Key extends string>(table: Readonly<Record<Key, string>>): z.ZodEnum<{ [One in Key]: One }> {
  return z.enum(keysOf(table)).meta({ choices: table }) as z.ZodEnum<{ [One in Key]: One }>;
}

/** The words bound to a type. */
export function fieldText(schema: z.ZodType): FieldText | undefined {
  return metaOf(schema, 'field');
}

export function choicesOf(schema: z.ZodType): Readonly<Record<string, string>> | undefined {
  return metaOf(schema, 'choices');
}

export function maxCharactersOf(schema: z.ZodType): number | undefined {
  return metaOf(schema, 'maxCharacters');
}

/** What is bound to a type, looked for through `optional` and `default` wrappers. */
function metaOf<Key extends keyof z.GlobalMeta>(schema: z.ZodType, key: Key): z.GlobalMeta[Key] | undefined {
  const own = z.globalRegistry.get(schema)?.[key];
  if (own !== undefined) return own;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return metaOf(schema.unwrap() as z.ZodType, key);
  return undefined;
}

/** Refuses an entry for what its fields say together; `name` is that of the field to mend, without one the whole. */
export function refuse(context: z.RefinementCtx, name: string | undefined, sentence: string): void {
  context.addIssue({
    code: 'custom',
    path: name === undefined ? [] : [name],
    params: { sentence } satisfies CheckParams,
  });
}

/** What a check of ours tells of itself in `params`, from which its sentence is made. */
export interface CheckParams {
  /** May be made from the value. `fieldName` in it stands for the field's name. */
  sentence?: string | ((value: string) => string);
  /** How many characters are needed or allowed. */
  least?: number;
  most?: number;
}

/**
 * Lets a check that compares fields run though other fields are wrong, so that an editor sees all errors at once. The
 * check must bear fields of any type.
 */
export const evenIfIncomplete = {
  when: ({ value }: { value: unknown }): boolean => typeof value === 'object' && value !== null,
};
