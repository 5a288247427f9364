import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { unwrap } from '../../../src/lint/describe-field.ts';
import { collections } from '../../../src/schema/collections.ts';
import { choice, choicesOf, field, fieldText, maxCharactersOf } from '../../../src/schema/field.ts';
import { line } from '../../../src/schema/scalars.ts';

describe('what is bound to a type', () => {
  it('is found with its name and through wrappers', () => {
    const limited = field(line(7).optional(), { label: '名前' });
    const chosen = field(choice({ one: '一つ' }).default('one'), { label: '数' });
    expect(fieldText(limited)?.label).toBe('名前');
    expect(maxCharactersOf(limited)).toBe(7);
    expect(maxCharactersOf(field(line(8), { label: '題' }))).toBe(8);
    expect(choicesOf(chosen)).toEqual({ one: '一つ' });
    expect(maxCharactersOf(chosen)).toBeUndefined();
  });

  it.each(Object.entries(collections))('in %s there are words for every choice', (_, { schema }) => {
    for (const type of enumsIn(schema)) expect(Object.keys(choicesOf(type) ?? {})).toEqual(type.options);
  });

  it('a limit is that of the check', () => {
    expect(line(3).safeParse('𠮷野家').success).toBe(true);
    expect(line(3).safeParse('𠮷野家丼').success).toBe(false);
  });
});

function enumsIn(schema: z.ZodType): z.ZodEnum[] {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodEnum) return [bare];
  if (bare instanceof z.ZodArray) return enumsIn(bare.element as z.ZodType);
  return bare instanceof z.ZodObject ? Object.values(bare.shape as Record<string, z.ZodType>).flatMap(enumsIn) : [];
}
