import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { unwrap } from '../../../src/lint/describe-field.ts';
import { explainIssue } from '../../../src/lint/explain-issue.ts';
import { collections } from '../../../src/schema/collections.ts';
import { field } from '../../../src/schema/field.ts';
import { topicId } from '../../../src/schema/scalars.ts';

describe('words', () => {
  it('stand beside every pattern that a schema has, with a place for the field’s name', () => {
    const sentences = Object.values(collections).flatMap(({ schema }) => findPatternSentences(schema));
    expect(sentences.length).toBeGreaterThan(10);
    for (const sentence of sentences) expect(sentence).toMatch(/^\{項目\}[がに].+てください。$/);
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

  it('names the field in the sentence of its pattern', () => {
    const id = z.strictObject({ id: field(topicId, { label: '話題のID' }) });
    const issues = id.safeParse({ id: 'あ' }, { error: () => '正しい形ではありません。' }).error?.issues ?? [];
    expect(issues.flatMap((issue) => explainIssue(issue, id, { id: 'あ' })).map(({ message }) => message)).toEqual([
      '話題のIDが話題のIDの形ではありません。「office-move」のように、半角の英小文字・数字・「-」で書いてください。',
    ]);
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

/** What the types of a schema say of texts that do not match their pattern; zod's own formats are left out. */
function findPatternSentences(schema: z.ZodType): unknown[] {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodObject)
    return Object.values(bare.shape as Record<string, z.ZodType>).flatMap(findPatternSentences);
  if (bare instanceof z.ZodArray) return findPatternSentences(bare.element as z.ZodType);
  const checks = (bare.def as { checks?: z.core.$ZodCheck[] }).checks ?? [];
  return checks.flatMap((check) => {
    const { format, error } = check._zod.def as z.core.$ZodCheckDef & { format?: string };
    return format === 'regex' ? [error?.({} as never)] : [];
  });
}
