import * as z from 'zod';
import { synonymStrengths } from './choices.ts';
import { choice, field, fieldName, refuse } from './field.ts';
import { line } from './scalars.ts';

const word = line(40);

const synonymGroup = z
  .strictObject({
    words: field(z.array(word).min(1).max(40), { label: '言葉', hint: 'この言葉で検索した人に' }),
    to: field(z.array(word).min(1).max(40).optional(), {
      label: '見つけたい言葉',
      hint: '空にすると「言葉」どうしが互いに見つかります。',
    }),
    inputOnly: field(z.array(word).min(1).max(40).optional(), {
      label: '入力だけに使う言葉',
      hint: '古い名前や、人を傷つける言葉。打った人は「言葉」や「見つけたい言葉」を見つけますが、サイトが勧めたり表示したりはしません。',
    }),
    strength: field(choice(synonymStrengths), { label: '近さ' }),
  })
  .superRefine((entry, context) => {
    if (!entry.to && !entry.inputOnly && entry.words.length < 2)
      refuse(
        context,
        'words',
        '言葉が一つだけです。同じ意味の言葉（words）を二つ以上書くか、見つけたい言葉（to）を書いてください。',
      );
  });

const stopList = z.strictObject({
  phrases: field(z.array(word).min(1).max(1_000), { label: '読み飛ばす言葉' }),
  weight: field(z.number().min(0).max(1).default(0), { label: '重み', hint: '0は無視、0.3は弱く数えます。' }),
});

const reading = z.strictObject({
  reading: field(
    z
      .string()
      .regex(
        /^[ぁ-ゖー]{2,20}$/,
        `${fieldName}がひらがなではありません。ひらがなと「ー」だけで、2〜20文字で書いてください。`,
      ),
    { label: 'よみ（ひらがな）' },
  ),
  words: field(z.array(word).min(1).max(10), { label: '言葉' }),
});

/** `content/vocabulary/<area>.yaml`: what search knows of words, one file an area of work. */
export const vocabulary = z.strictObject({
  title: field(line(40), { label: '分野' }),
  synonyms: field(z.array(synonymGroup).max(2_000).default([]), { label: '言い換え' }),
  stop: field(z.array(stopList).max(20).default([]), { label: '読み飛ばす言葉' }),
  readings: field(z.array(reading).max(5_000).default([]), { label: 'よみがな' }),
});

export type Vocabulary = z.infer<typeof vocabulary>;
