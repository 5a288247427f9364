import * as z from 'zod';
import { audiences, eventKinds, provenances } from './choices.ts';
import { choice, evenIfIncomplete, field, refuse } from './field.ts';
import { prefectureNames } from './prefectures.ts';
import { line, moment } from './scalars.ts';
import { source } from './source.ts';

/** `content/events/<id>.yaml`. Either `start` and `end`, or `when` in words for a past one whose day is not known. */
export const event = z
  .strictObject({
    title: field(line(80), { label: '催しの名前' }),
    kind: field(choice(eventKinds), { label: '種類' }),
    group: field(choice(prefectureNames).optional(), { label: '都道府県人会', widget: 'group' }),
    start: field(moment.optional(), { label: '開始', widget: 'datetime' }),
    end: field(moment.optional(), { label: '終了', widget: 'datetime' }),
    when: field(line(60).optional(), { label: '時期（日時がわからない場合）' }),
    place: field(line(60).optional(), { label: '場所' }),
    online: field(z.boolean().optional(), { label: 'オンライン', hint: 'わからないときは空のまま。' }),
    summary: field(line(120), { label: '概要' }),
    description: field(z.string().min(1).max(10_000), { label: '説明', widget: 'markdown' }),
    audience: field(choice(audiences), { label: '公開範囲' }),
    provenance: field(choice(provenances), { label: '由来' }),
    sources: field(z.array(source).max(20).default([]), { label: '出典' }),
  })
  .superRefine((entry, context) => {
    if (!entry.when && !(entry.start && entry.end)) {
      const missing = entry.start ? 'end' : 'start';
      refuse(context, missing, '日時がありません。開始（start）と終了（end）の両方か、時期（when）を書いてください。');
    }
    if (entry.start && entry.end && Date.parse(entry.end) <= Date.parse(entry.start))
      refuse(context, 'end', '終了が開始より前か同じです。終了（end）を開始（start）より後に直してください。');
  }, evenIfIncomplete);

export type Event = z.infer<typeof event>;
