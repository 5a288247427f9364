import * as z from 'zod';
import { field } from './field.ts';
import { line, sitePath, topicId } from './scalars.ts';

/** `content/topics/<id>.yaml`: a node of a tree two levels deep. */
export const topic = z.strictObject({
  name: field(line(20), { label: '話題の名前' }),
  kana: field(line(40), { label: 'よみ' }),
  parent: field(topicId.optional(), {
    label: '上の話題',
    widget: 'topic',
    hint: '二段まで。いちばん上の話題では空にします。',
  }),
  order: field(z.int().min(0).max(9_999), { label: '並び順', hint: '小さい数が先に出ます。' }),
  description: field(line(160), { label: '説明' }),
  redirectFrom: field(z.array(sitePath).max(20).default([]), { label: '以前のアドレス' }),
});

export type Topic = z.infer<typeof topic>;
