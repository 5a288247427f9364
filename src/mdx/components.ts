import * as z from 'zod';
import { field } from '../schema/field.ts';
import { line } from '../schema/scalars.ts';
import { isImageAddress } from './links.ts';

const pixels = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .optional();

const note = z.strictObject({
  title: field(line(60).optional(), {
    label: '見出し',
    hint: '空なら「補足」と出ます。',
    error: 'title は1〜60文字にしてください。',
  }),
});

const caution = z.strictObject({
  title: field(line(60).optional(), {
    label: '見出し',
    hint: '空なら「注意」と出ます。',
    error: 'title は1〜60文字にしてください。',
  }),
});

const checklist = z.strictObject({
  title: field(line(60).optional(), {
    label: '見出し',
    example: '開庁前日',
    error: 'title は1〜60文字にしてください。',
  }),
});

const figure = z.strictObject({
  src: field(z.string().max(300).refine(isImageAddress), {
    label: '画像',
    widget: 'image',
    hint: 'このサイトにアップロードした画像。',
    error: 'src は /images/ か /media/ で始まり、.png .jpg .webp .avif .gif で終わるアドレスにしてください。',
  }),
  alt: field(line(200), {
    label: '説明',
    hint: '見えない人に、画像が伝えることを言葉で。',
    error: 'alt は1〜200文字で、画像が伝えることを書いてください。',
  }),
  caption: field(line(200).optional(), {
    label: 'キャプション',
    hint: '画像の下に出る文。',
    error: 'caption は1〜200文字にしてください。',
  }),
  width: field(pixels, { label: '幅', hint: '画素数。', error: 'width は1〜9999の整数（半角）にしてください。' }),
  height: field(pixels, { label: '高さ', hint: '画素数。', error: 'height は1〜9999の整数（半角）にしてください。' }),
});

const quote = z.strictObject({
  source: field(line(120), {
    label: '出典',
    hint: '誰の、何という資料の言葉か。',
    error: 'source は1〜120文字で、引用元を書いてください。',
  }),
});

const timeline = z.strictObject({
  base: field(line(20), {
    label: '起点の名前',
    hint: '表が数える日の名前。読む人が日付を入れると、表に実際の日付が出ます。',
    example: '開庁日',
    error: 'base は1〜20文字で、開庁日のような起点の名前を書いてください。',
  }),
});

const flow = z.strictObject({
  title: field(line(60), {
    label: '図の題名',
    example: '会場の流れ',
    error: 'title は1〜60文字で、図の題名を書いてください。',
  }),
});

const rooms = z.strictObject({
  title: field(line(60), {
    label: '図の題名',
    example: '部屋の割り当て',
    error: 'title は1〜60文字で、図の題名を書いてください。',
  }),
  plan: field(line(200), {
    label: '並べ方',
    hint: '表の行の番号を、上の段から「/」で区切って左から書きます。同じ番号を並べると広い部屋に、「.」は空きになります。',
    example: '1 1 2 / 1 1 3',
    error: 'plan は 1 1 2 / 1 1 3 のように、表の行の番号を「/」で区切った段で書いてください。',
  }),
});

/** Every component that a text may hold; the editor's buttons and the guide are made from this table too. */
export const components = {
  Note: {
    label: '補足',
    hint: '知っておくと役立つこと。',
    content: 'blocks',
    attributes: note,
    snippet: '<Note>\n\nここに補足を書きます。\n\n</Note>',
  },
  Caution: {
    label: '注意',
    hint: '間違えると困ること。',
    content: 'blocks',
    attributes: caution,
    snippet: '<Caution>\n\nここに注意を書きます。\n\n</Caution>',
  },
  Steps: {
    label: '手順',
    hint: '順番どおりに進めること。',
    content: 'ordered-list',
    attributes: z.strictObject({}),
    snippet: '<Steps>\n\n1. 最初にすること\n2. 次にすること\n\n</Steps>',
  },
  Checklist: {
    label: 'チェックリスト',
    hint: '抜けがないか確かめること。',
    content: 'bullet-list',
    attributes: checklist,
    snippet: '<Checklist>\n\n- 確かめること\n- 確かめること\n\n</Checklist>',
  },
  Figure: {
    label: '図',
    hint: '説明の付いた画像。',
    content: 'none',
    attributes: figure,
    snippet: '<Figure src="/images/" alt="" />',
  },
  Timeline: {
    label: '逆算表・時間割',
    hint: '一列目が「3か月前」「前日」「8:30」などの表。読む人が起点の日を入れると、日付・祝日・カレンダーになります。',
    content: 'table',
    attributes: timeline,
    snippet:
      '<Timeline base="開庁日">\n\n| 時期 | すること |\n| --- | --- |\n| 3か月前 | 先にすること |\n| 前日 | 最後にすること |\n\n</Timeline>',
  },
  Flow: {
    label: '流れの図',
    hint: '表の行を上から順に矢印で結んだ図が、表の上に出ます。',
    content: 'table',
    attributes: flow,
    snippet:
      '<Flow title="会場の流れ">\n\n| 場所 | すること |\n| --- | --- |\n| 入口 | 案内する |\n| 受付 | 確かめる |\n\n</Flow>',
  },
  Rooms: {
    label: '部屋の図',
    hint: '表の行を部屋として並べた図が、表の上に出ます。',
    content: 'table',
    attributes: rooms,
    snippet:
      '<Rooms title="部屋の割り当て" plan="1 1 2 / 1 1 3">\n\n| 部屋 | 使い方 |\n| --- | --- |\n| 体育館 | 居る場所 |\n| 保健室 | 体調の悪い人 |\n| 教室 | 着替えと授乳 |\n\n</Rooms>',
  },
  Quote: {
    label: '引用',
    hint: '出典のある文章の引用。',
    content: 'blocks',
    attributes: quote,
    snippet: '<Quote source="出典">\n\nここに引用文を書きます。\n\n</Quote>',
  },
} as const satisfies Record<string, Component>;

export function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(components, name);
}

export type ComponentName = keyof typeof components;

export interface Component {
  label: string;
  hint: string;
  /** What may stand between its tags. */
  content: 'blocks' | 'ordered-list' | 'bullet-list' | 'table' | 'none';
  attributes: z.ZodObject<Record<string, z.ZodType<string | undefined>>>;
  /** What the editor's button puts into the text. */
  snippet: string;
}
