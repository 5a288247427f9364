import * as z from 'zod';

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
  }
}

/** Binds the words to the type. */
export function field<Schema extends z.ZodType>(schema: Schema, text: FieldText): Schema {
  return schema.meta({ field: text }) as Schema;
}

/** The words bound to a type, looked for through `optional` and `default` wrappers. */
export function fieldText(schema: z.ZodType): FieldText | undefined {
  const own = z.globalRegistry.get(schema)?.field;
  if (own) return own;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return fieldText(schema.unwrap() as z.ZodType);
  return undefined;
}

/**
 * Lets a check that compares fields run though other fields are wrong, so that an editor sees all errors at once. The
 * check must bear fields of any type.
 */
export const evenIfIncomplete = {
  when: ({ value }: { value: unknown }): boolean => typeof value === 'object' && value !== null,
};
