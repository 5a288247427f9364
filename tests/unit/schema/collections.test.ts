import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as choices from '../../../src/schema/choices.ts';
import { collections } from '../../../src/schema/collections.ts';
import { fieldText } from '../../../src/schema/field.ts';
import { prefectureIds, prefectures } from '../../../src/schema/prefectures.ts';

describe.each(Object.entries(collections))('%s', (_name, { schema, label }) => {
  it('refuses fields that it does not know', () => {
    const issues = schema.safeParse({ noSuchField: 1 }).error?.issues ?? [];
    expect(issues.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes('noSuchField'))).toBe(true);
  });

  it('has a Japanese label beside every field, no two of them alike', () => {
    expect(label).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    for (const fields of findObjects(schema).map((object) =>
      Object.entries(object.shape as Record<string, z.ZodType>),
    )) {
      const labels = fields.map(([, field]) => fieldText(field)?.label);
      if (labels.every((own) => own === undefined)) continue;
      for (const [index, own] of labels.entries()) expect(own, fields[index]?.[0]).toMatch(/[ぁ-んァ-ヶ一-龠A-Z]/);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('bears values of any type', () => {
    for (const value of [
      null,
      1,
      'x',
      [],
      { answers: [{}], by: 3, sources: null, start: 1, end: {}, words: 1, synonyms: [{}] },
    ])
      expect(schema.safeParse(value).success).toBe(false);
  });
});

describe('choices', () => {
  it('have a Japanese word each, no two of a table alike', () => {
    for (const table of Object.values(choices).filter((choice) => typeof choice === 'object')) {
      const words = Object.values(table);
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(word).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    }
  });
});

describe('prefectures', () => {
  it('are the 47 in the order of their codes', () => {
    expect(prefectures.map(({ code }) => code)).toEqual(
      Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0')),
    );
    expect(new Set(prefectureIds).size).toBe(47);
  });
});

/** Every group of named fields in a schema. */
function findObjects(schema: z.ZodType): z.ZodObject[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return findObjects(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return findObjects(schema.element as z.ZodType);
  if (!(schema instanceof z.ZodObject)) return [];
  return [schema, ...Object.values(schema.shape as Record<string, z.ZodType>).flatMap(findObjects)];
}
