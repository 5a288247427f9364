import * as z from 'zod';
import { prideKinds, provenances } from './choices.ts';
import { choice, field } from './field.ts';
import { prefectureNames } from './prefectures.ts';
import { line } from './scalars.ts';
import { source } from './source.ts';

/** `content/pride/<id>.yaml`: something a town is proud of. */
export const pride = z.strictObject({
  title: field(line(60), { label: '見出し' }),
  group: field(choice(prefectureNames), { label: '都道府県人会', widget: 'group' }),
  place: field(line(40), { label: '場所' }),
  kind: field(choice(prideKinds), { label: '種類' }),
  summary: field(line(120), { label: '一言' }),
  text: field(z.string().min(1).max(4_000), { label: '本文', widget: 'markdown' }),
  provenance: field(choice(provenances), { label: '由来' }),
  sources: field(z.array(source).max(20).default([]), { label: '出典' }),
});

export type Pride = z.infer<typeof pride>;
