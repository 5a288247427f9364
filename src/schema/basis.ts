import * as z from 'zod';
import { evenIfIncomplete, field, refuse } from './field.ts';
import { day, line, webAddress } from './scalars.ts';

/** A law, ordinance or official notice that an answer rests on, down to its article. */
export const basis = z.strictObject({
  law: field(line(80), {
    label: '法令・条例・通知の名前',
    hint: '正式な名前で書きます。自分の団体の条例は「◯◯条例（各団体）」のように。',
    example: '地方自治法施行令',
  }),
  article: field(line(60).optional(), {
    label: '条・項・号',
    hint: '本文で条番号に触れたら、必ずここにも書きます。',
    example: '第167条の2第1項第2号',
  }),
  since: field(day.optional(), {
    label: '施行日',
    widget: 'date',
    hint: 'その規定がいまの形になった日。わからないときは空のまま。',
  }),
  url: field(webAddress.optional(), {
    label: '条文のアドレス',
    hint: 'e-Gov法令検索では、目次で条を選んだあとのアドレス（「#」から後ろも）を写します。',
    example: 'https://laws.e-gov.go.jp/law/418AC0000000120#Mp-Ch_3-At_16',
  }),
  checked: field(day, {
    label: '確かめた日',
    widget: 'date',
    hint: '条文を自分の目で読んだ日。1年たつと、確かめ直すよう知らせます。',
  }),
});

/** What a colleague must arrange inside the own organisation to act on the answer. */
export const practice = z
  .strictObject({
    decides: field(line(120).optional(), { label: '決める人', example: '契約の決裁区分による（多くは課長か部長）' }),
    forms: field(line(120).optional(), { label: '様式', example: '執行伺、仕様書、参考見積の比較表' }),
    budget: field(line(120).optional(), { label: '予算科目', example: '委託料（年度をまたぐなら債務負担行為）' }),
    assembly: field(line(120).optional(), { label: '議会', example: '契約の金額が条例の額以上なら議決が要る' }),
  })
  .superRefine((entry, context) => {
    if (Object.values(entry).every((value) => value === undefined)) {
      refuse(
        context,
        undefined,
        '決裁と手続（practice）が空です。決める人・様式・予算科目・議会のどれかを書くか、項目ごと消してください。',
      );
    }
  }, evenIfIncomplete);

export type Basis = z.infer<typeof basis>;
export type Practice = z.infer<typeof practice>;
