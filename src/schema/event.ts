import * as z from 'zod';
import { audiences, eventKinds, keysOf, provenances } from './choices.ts';
import { evenIfIncomplete, field } from './field.ts';
import { prefectureIds } from './prefectures.ts';
import { line, moment } from './scalars.ts';
import { source } from './source.ts';

/** `content/events/<id>.yaml`. Either `start` and `end`, or `when` in words for a past one whose day is not known. */
export const event = z
  .strictObject({
    title: field(line(80), { label: '催しの名前' }),
    kind: field(z.enum(keysOf(eventKinds)), { label: '種類' }),
    group: field(z.enum(prefectureIds).optional(), { label: '都道府県人会', widget: 'group' }),
    start: field(moment.optional(), { label: '開始', widget: 'datetime' }),
    end: field(moment.optional(), { label: '終了', widget: 'datetime' }),
    when: field(line(60).optional(), { label: '時期（日時がわからない場合）' }),
    place: field(line(60).optional(), { label: '場所' }),
    online: field(z.boolean().optional(), { label: 'オンライン', hint: 'わからないときは空のまま。' }),
    summary: field(line(120), { label: '概要' }),
    description: field(z.string().min(1).max(10_000), { label: '説明', widget: 'markdown' }),
    audience: field(z.enum(keysOf(audiences)), { label: '公開範囲' }),
    provenance: field(z.enum(keysOf(provenances)), { label: '由来' }),
    sources: field(z.array(source).max(20).default([]), { label: '出典' }),
  })
  .superRefine((entry, context) => {
    if (!entry.when && !(entry.start && entry.end)) {
      const missing = entry.start ? 'end' : 'start';
      context.addIssue({ code: 'custom', path: [missing], params: { reason: 'time-missing' } });
    }
    if (entry.start && entry.end && Date.parse(entry.end) <= Date.parse(entry.start))
      context.addIssue({ code: 'custom', path: ['end'], params: { reason: 'end-before-start' } });
  }, evenIfIncomplete);

export type Event = z.infer<typeof event>;
