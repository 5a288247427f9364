import * as z from 'zod';
import { keysOf, organisationKinds, populationBands, provenances, statuses } from '../../schema/choices.ts';

const answer = z.strictObject({
  number: z.int().min(1).describe('回答の番号。ページの #a1、#a2 … にあたります。'),
  kind: z.enum(keysOf(organisationKinds)).describe('答えた人の団体の種類。作例では想定した団体。'),
  population: z.enum(keysOf(populationBands)).describe('団体の人口規模。'),
  prefectureCode: z
    .string()
    .regex(/^\d{2}$/)
    .describe('団体のある都道府県（JIS X 0401）。'),
  organisationCode: z.string().nullable().describe('全国地方公共団体コード6桁。団体名を出す了承がある場合だけ。'),
  answerer: z.string().describe('団体の種類・人口規模・立場を文にしたもの。'),
  date: z.iso.date().describe('回答日。由来が記事なら掲載の日、作例なら作成日。'),
  text: z.string().describe('回答の本文（文字だけ）。'),
  markdown: z.string().describe('回答の本文（Markdown）。'),
});

/** One Q&A as open data. The description of each field is what the data page and the JSON schema say about it. */
export const dataRecord = z.strictObject({
  id: z.string().describe('変わらないID。'),
  url: z.url().describe('ページのアドレス。'),
  question: z.string().describe('問い合わせ文。'),
  summary: z.string().describe('一言回答（120文字以内）。'),
  answers: z.array(answer).min(1).describe('回答。'),
  writeUp: z.string().describe('くわしい説明（文字だけ）。ない場合は空。'),
  topics: z
    .array(z.strictObject({ id: z.string(), name: z.string() }))
    .min(1)
    .describe('カテゴリ（話題）。'),
  prefectureCode: z
    .string()
    .regex(/^\d{2}$/)
    .describe('質問のあった県人会の都道府県（JIS X 0401）。作例では想定した県。'),
  group: z.string().describe('県人会の名前。作例では想定した県の県人会。'),
  asked: z.iso.date().nullable().describe('質問日。記事と作例では null。'),
  answered: z.iso.date().nullable().describe('いちばん新しい回答の日。記事と作例では null。'),
  published: z.iso.date().nullable().describe('もとの記事が掲載された日。由来が記事でなければ null。'),
  created: z.iso.date().nullable().describe('作例を作った日。作例でなければ null。'),
  changed: z.string().nullable().describe('最後に変更した日時（ISO 8601）。わからない場合は null。'),
  status: z.enum(keysOf(statuses)).describe('状態（データを作った日のもの）。'),
  reviewBy: z.iso.date().describe('見直し期限。'),
  provenance: z.enum(keysOf(provenances)).describe('由来。sample は作例で、実在の団体の発言ではありません。'),
  sources: z.array(z.strictObject({ title: z.string(), url: z.string().nullable() })).describe('出典。'),
  basis: z
    .array(
      z.strictObject({
        law: z.string().describe('法令・条例・通知の名前。'),
        article: z.string().nullable().describe('条・項・号。'),
        since: z.iso.date().nullable().describe('施行日。'),
        url: z.string().nullable().describe('条文のアドレス。'),
        checked: z.iso.date().describe('条文を確かめた日。'),
      }),
    )
    .describe('根拠。'),
  practice: z
    .strictObject({
      decides: z.string().nullable().describe('決める人。'),
      forms: z.string().nullable().describe('様式。'),
      budget: z.string().nullable().describe('予算科目。'),
      assembly: z.string().nullable().describe('議会。'),
    })
    .nullable()
    .describe('決裁と手続。'),
  months: z.array(z.int().min(1).max(12)).describe('毎年この質問が出る月。'),
  version: z.string().describe('内容が変わると変わる8文字。'),
});

/** `/data/qa.json`, and `/data/groups/<id>.json` with the Q&As of one group. */
export const dataFile = z
  .strictObject({
    title: z.string().describe('データの名前。県人会ごとのファイルでは、その県人会の名前が付きます。'),
    publisher: z.string().describe('作成者。'),
    licence: z.strictObject({ name: z.string(), url: z.url() }).describe('利用条件。'),
    made: z.iso.date().describe('データを作った日。'),
    count: z.int().min(0).describe('件数。'),
    items: z.array(dataRecord).describe('質問と回答。'),
  })
  .describe(
    '県人会ナレッジの質問と回答。すべてを入れた qa.json と、県人会ごとの groups/<県人会のID>.json が、どちらもこの形です。',
  );

export type DataRecord = z.infer<typeof dataRecord>;
export type DataFile = z.infer<typeof dataFile>;
