import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { unwrap } from '../../../src/lint/describe-field.ts';
import { explainIssue } from '../../../src/lint/explain-issue.ts';
import { patterns, reasons } from '../../../src/lint/issue-words.ts';
import { collections } from '../../../src/schema/collections.ts';
import { field } from '../../../src/schema/field.ts';

const schemaFolder = new URL('../../../src/schema/', import.meta.url);
const schemaSources = readdirSync(schemaFolder).map((name) => readFileSync(new URL(name, schemaFolder), 'utf8'));

describe('words', () => {
  it('stand for every reason that a schema gives', () => {
    const given = schemaSources.flatMap((source) =>
      [...source.matchAll(/reason: '([a-z-]+)'/g)].map((match) => match[1]),
    );
    expect(new Set(given)).toEqual(new Set(Object.keys(reasons)));
  });

  it('stand for every pattern that a schema has', () => {
    const had = Object.values(collections).flatMap(({ schema }) => findPatterns(schema));
    expect(had.length).toBeGreaterThan(10);
    expect(new Set(had)).toEqual(new Set(Object.keys(patterns)));
  });
});

describe('explainIssue', () => {
  const kinds = z.strictObject({
    union: field(z.union([z.number(), z.boolean()]), { label: '合併' }),
    record: field(z.record(z.string().regex(/^a/), z.number()), { label: '表' }),
    multiple: field(z.number().multipleOf(5), { label: '五の倍数', hint: '5の倍数。' }),
    mail: field(z.email(), { label: 'メール', error: 'メールの形で書いてください。' }),
    starts: field(z.string().startsWith('あ'), { label: '頭文字' }),
    plain: z.string(),
  });

  it('speaks Japanese for whatever zod finds, even kinds that no schema has yet', () => {
    const value = { union: 'x', record: { b: 1 }, multiple: 3, mail: 'x', starts: 'い', plain: 1 };
    const sentences = (kinds.safeParse(value).error?.issues ?? [])
      .flatMap((issue) => explainIssue(issue, kinds, value))
      .map(({ message }) => message);
    expect(sentences).toEqual([
      '合併の書き方が正しくありません。編集の手引きに沿って直してください。',
      '表の書き方が正しくありません。編集の手引きに沿って直してください。',
      '五の倍数の書き方が正しくありません。5の倍数。',
      'メールの形で書いてください。',
      '頭文字の書き方が正しくありません。編集の手引きに沿って直してください。',
      'plainは文字で書きます。値を「"」で囲んでください。',
    ]);
  });
});

/** Sources of all regular expressions of a schema, zod's own formats left out. */
function findPatterns(schema: z.ZodType): string[] {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodObject) return Object.values(bare.shape as Record<string, z.ZodType>).flatMap(findPatterns);
  if (bare instanceof z.ZodArray) return findPatterns(bare.element as z.ZodType);
  const checks = (bare.def as { checks?: z.core.$ZodCheck[] }).checks ?? [];
  return checks.flatMap((check) => {
    const { format, pattern } = check._zod.def as { format?: string; pattern?: RegExp };
    return format === 'regex' && pattern ? [pattern.source] : [];
  });
}
