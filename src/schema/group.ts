import * as z from 'zod';
import { regions } from './choices.ts';
import { choice, field, fieldName } from './field.ts';
import { prefectureNames } from './prefectures.ts';
import { line, month, paragraphs } from './scalars.ts';
import { source } from './source.ts';

/** `content/groups/<prefecture>.yaml`: one of the 47 prefecture groups. */
export const group = z.strictObject({
  code: field(
    z
      .string()
      .regex(
        /^(0[1-9]|[1-3]\d|4[0-7])$/,
        `${fieldName}が正しくありません。「"01"」から「"47"」までの2桁を「"」で囲んで書いてください。`,
      ),
    {
      label: '都道府県コード',
      hint: '都道府県コードの2桁。',
    },
  ),
  name: field(line(4), { label: '都道府県名' }),
  kana: field(line(10), { label: 'よみ' }),
  groupName: field(line(20), { label: '県人会の名前' }),
  region: field(choice(regions), { label: '地方' }),
  neighbours: field(z.array(choice(prefectureNames)).max(10), { label: '隣の都道府県' }),
  tile: field(
    z.strictObject({
      column: field(z.int().min(1).max(14), { label: '左からの列' }),
      row: field(z.int().min(1).max(14), { label: '上からの行' }),
    }),
    { label: '地図の位置', hint: 'タイル地図の列と行。' },
  ),
  introduction: field(paragraphs(1_000), { label: '紹介', widget: 'text' }),
  founded: field(month.optional(), { label: '発足した年月', example: '2021-09' }),
  sources: field(z.array(source).max(20).default([]), { label: '出典' }),
});

export type Group = z.infer<typeof group>;
