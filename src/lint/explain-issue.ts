import * as z from 'zod';
import { choicesOf, fieldName, type CheckParams } from '../schema/field.ts';
import { countCharacters } from '../schema/scalars.ts';
import { listChoices } from './choice-words.ts';
import { labelOf, schemaAt, textOf, unwrap } from './describe-field.ts';
import { formats, typeNames } from './issue-words.ts';
import { nearestWord } from './nearest-word.ts';
import { isRecord } from './values.ts';
import type { YamlPath } from './yaml-positions.ts';

/** What zod found, in Japanese, with the field's own words. One issue may speak of several unknown fields. */
export function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): Explained[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      isKey: true,
      message: explainUnknownKey(key, schema, path),
    }));
  const field: Field = { label: labelOf(schema, path), schema, path, ...written(value, path) };
  if (field.isMissing && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return [{ path, message: explainMissing(field) }];
  return [{ path, message: explain(issue, field) }];
}

function explain(issue: z.core.$ZodIssue, field: Field): string {
  const { label, value } = field;
  const own = textOf(field.schema, field.path)?.error;
  const type = schemaAt(field.schema, field.path);
  const choices = (type && choicesOf(type)) ?? {};
  switch (issue.code) {
    case 'invalid_type':
      return value === null ? explainEmpty(field) : explainType(issue.expected, field);
    case 'invalid_value':
      return value === null || value === ''
        ? `${label}が空です。${listChoices(issue.values.map(String), choices, '')}`
        : `${label}の値が正しくありません。${listChoices(issue.values.map(String), choices, String(value))}`;
    case 'too_small':
      return own ?? explainAmount(Number(issue.minimum), '以上', issue.origin, field);
    case 'too_big':
      return own ?? explainAmount(Number(issue.maximum), '以下', issue.origin, field);
    case 'invalid_format':
      return own ?? explainFormat(issue, field);
    case 'custom':
      return explainCustom(issue.params, field);
    default:
      return own ?? explainForm(field);
  }
}

function explainCustom(params: Record<string, unknown> | undefined, field: Field): string {
  const { sentence, least, most } = (params ?? {}) as CheckParams;
  if (sentence !== undefined) {
    const written = typeof sentence === 'string' ? sentence : sentence(String(field.value));
    return written.replace(fieldName, field.label);
  }
  if (least !== undefined) return explainAmount(least, '以上', 'string', field);
  if (most !== undefined) return explainAmount(most, '以下', 'string', field);
  const own = textOf(field.schema, field.path)?.error;
  if (own === undefined && typeof field.value === 'string' && field.value.trim() !== field.value)
    return `${field.label}の前か後ろに余分な空白があります。空白を消してください。`;
  return own ?? explainForm(field);
}

function explainMissing({ label, schema, path }: Field): string {
  const key = path.at(-1);
  return `${label}がありません。「${String(key)}:」の行を加えてください。${helpFor(schema, path)}`;
}

function explainEmpty({ label, schema, path }: Field): string {
  return `${label}が空です。値を書くか、なくてもよい項目なら行ごと消してください。${helpFor(schema, path)}`;
}

function explainType(expected: string, { label, value }: Field): string {
  const quoted =
    expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')
      ? '値を「"」で囲んでください。'
      : '';
  return `${label}は${typeNames[expected] ?? '決まった形'}で書きます。${quoted === '' ? '書き方を直してください。' : quoted}`;
}

function explainAmount(limit: number, border: '以上' | '以下', origin: string, { label, value }: Field): string {
  if (origin === 'string') {
    const now = typeof value === 'string' ? `今は${countCharacters(value)}文字です。` : '';
    if (border === '以上' && limit <= 1) return `${label}が空です。1文字以上で書いてください。`;
    return `${label}が${border === '以上' ? '短' : '長'}すぎます。${limit}文字${border}にしてください。${now}`;
  }
  if (origin === 'array')
    return `${label}の数が${border === '以上' ? '足りません' : '多すぎます'}。${limit}個${border}にしてください。`;
  return `${label}は${limit}${border}の数にしてください。`;
}

function explainForm({ label, schema, path }: Field): string {
  return `${label}の書き方が正しくありません。${helpFor(schema, path) || '編集の手引きに沿って直してください。'}`;
}

function explainFormat(issue: z.core.$ZodIssueInvalidStringFormat, field: Field): string {
  // The sentence that stands beside the pattern, with the field's name in its place.
  if (issue.message.startsWith(fieldName)) return field.label + issue.message.slice(fieldName.length);
  const sentence = formats[issue.format];
  return sentence ? sentence(field.label) : explainForm(field);
}

function explainUnknownKey(key: string, schema: z.ZodType, path: YamlPath): string {
  const known = schemaAt(schema, path);
  const bare = known && unwrap(known);
  const fields = bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
  const meant = fields.find((field) => labelOf(schema, [...path, field]) === key) ?? nearestWord(key, fields);
  const suggestion =
    meant === undefined ? '' : `「${meant}」（${labelOf(schema, [...path, meant])}）の間違いなら直し、`;
  return `「${key}」という項目はありません。${suggestion}不要なら行ごと消してください。`;
}

function helpFor(schema: z.ZodType, path: YamlPath): string {
  const words = textOf(schema, path);
  return `${words?.hint ?? ''}${words?.example === undefined ? '' : `例：${words.example.replace(/。$/, '')}。`}`;
}

function written(value: unknown, path: YamlPath): { value: unknown; isMissing: boolean } {
  let here = value;
  for (const step of path) {
    const found: unknown =
      isRecord(here) && Object.hasOwn(here, step)
        ? here[step]
        : Array.isArray(here) && typeof step === 'number'
          ? here[step]
          : undefined;
    if (found === undefined) return { value: undefined, isMissing: true };
    here = found;
  }
  return { value: here, isMissing: false };
}

interface Field {
  label: string;
  schema: z.ZodType;
  path: YamlPath;
  value: unknown;
  isMissing: boolean;
}

interface Explained {
  path: YamlPath;
  isKey?: boolean;
  message: string;
}
