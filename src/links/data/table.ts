import { stringify } from 'csv-stringify/sync';
import { listPractice } from '../../library/grounds.ts';
import type { Practice } from '../../schema/basis.ts';
import { shownStates } from '../../library/status.ts';
import { organisationKinds, populationBands, provenances } from '../../schema/choices.ts';
import { prefectures } from '../../schema/prefectures.ts';
import { linkWords } from '../../strings/links.ts';
import type { DataRecord } from './record.ts';

/**
 * Columns of `/data/qa.csv`. The first four are those that municipalities exchange FAQs with; names never change, new
 * ones come last.
 */
export const columns: readonly Column[] = [
  { name: 'ID', meaning: '変わらないID。', value: (record) => record.id },
  { name: '問い合わせ文', meaning: '質問。', value: (record) => record.question },
  {
    name: '応答文',
    meaning: 'すべての回答の本文。二つ以上あるときは【回答1】のように番号を付けて続けます。',
    value: writeAnswers,
  },
  {
    name: 'カテゴリ',
    meaning: '話題の名前。複数は「;」区切り。',
    value: (record) => record.topics.map((topic) => topic.name).join(';'),
  },
  {
    name: '都道府県コード',
    meaning: '県人会の都道府県（JIS X 0401の2桁）。',
    value: (record) => record.prefectureCode,
  },
  {
    name: '都道府県名',
    meaning: '同じく名前。',
    value: (record) => prefectures.find((prefecture) => prefecture.code === record.prefectureCode)?.name ?? '',
  },
  { name: '一言回答', meaning: '120文字以内の答え。', value: (record) => record.summary },
  {
    name: '団体の種類',
    meaning: '回答した人の団体。複数は「;」区切り。作例では想定した団体。',
    value: (record) => distinct(record.answers.map((answer) => organisationKinds[answer.kind])),
  },
  {
    name: '人口規模',
    meaning: '同じく人口規模。',
    value: (record) => distinct(record.answers.map((answer) => populationBands[answer.population])),
  },
  {
    name: '団体コード',
    meaning: '全国地方公共団体コード6桁。了承がある場合だけ。',
    value: (record) => distinct(record.answers.flatMap((answer) => answer.organisationCode ?? [])),
  },
  { name: '質問日', meaning: 'YYYY-MM-DD。県人会の投稿だけ。', value: (record) => record.asked ?? '' },
  { name: '回答日', meaning: 'いちばん新しい回答の日。県人会の投稿だけ。', value: (record) => record.answered ?? '' },
  {
    name: '更新日時',
    meaning: '最後に変更した日時（ISO 8601）。わからない場合は空。',
    value: (record) => record.changed ?? '',
  },
  {
    name: '状態',
    meaning: '見直し期限内・要確認・古い情報。データを作った日のもの。',
    value: (record) => shownStates[record.status],
  },
  { name: '見直し期限', meaning: 'YYYY-MM-DD。', value: (record) => record.reviewBy },
  {
    name: '由来',
    meaning: '県人会の投稿・記事や公表資料・作例。作例は実在の団体の発言ではありません。',
    value: (record) => provenances[record.provenance],
  },
  {
    name: '出典',
    meaning: '資料名とアドレス。複数は「;」区切り。',
    value: (record) =>
      record.sources.map((source) => [source.title, source.url ?? ''].filter(Boolean).join(' ')).join(';'),
  },
  { name: 'URL', meaning: 'ページのアドレス。', value: (record) => record.url },
  { name: 'ライセンス', meaning: '利用条件。', value: () => linkWords.licence.name },
  {
    name: '根拠',
    meaning: '法令の名前、条・項・号、アドレス。複数は「;」区切り。',
    value: ({ basis }) => basis.map(({ law, article, url }) => [law, article, url].filter(Boolean).join(' ')).join(';'),
  },
  { name: '決裁と手続', meaning: '決める人・様式・予算科目・議会。', value: writePractice },
  {
    name: '掲載日',
    meaning: 'もとの記事が掲載された日。記事・公表資料だけ。',
    value: (record) => record.published ?? '',
  },
  { name: '作成日', meaning: '作例を作った日。作例だけ。', value: (record) => record.created ?? '' },
];

/**
 * Records, each as `writeRow` wrote it, as CSV for Excel: UTF-8 with a mark at its start, lines ended by CR LF, every
 * cell quoted. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function writeTable(rows: readonly Uint8Array<ArrayBuffer>[]): Uint8Array {
  const head = stringify([columns.map((column) => column.name)], { ...form, bom: true });
  return Buffer.concat([encoder.encode(head), ...rows]);
}

/** A record as a line of the table. */
export function writeRow(record: DataRecord): Uint8Array<ArrayBuffer> {
  return encoder.encode(stringify([columns.map((column) => column.value(record).replace(/\r\n?|\n/g, '\n'))], form));
}

const form = { record_delimiter: 'windows', quoted: true, escape_formulas: true } as const;
const encoder = new TextEncoder();

function writeAnswers({ answers }: DataRecord): string {
  const [only] = answers;
  return answers.length === 1 && only
    ? only.text
    : answers.map((answer) => `【回答${answer.number}】${answer.answerer}\n${answer.text}`).join('\n\n');
}

function writePractice({ practice }: DataRecord): string {
  return listPractice(practice ? withoutNulls(practice) : undefined)
    .map(({ label, value }) => `${label}：${value}`)
    .join(';');
}

function withoutNulls(practice: NonNullable<DataRecord['practice']>): Partial<Practice> {
  return Object.fromEntries(Object.entries(practice).filter(([, value]) => value !== null));
}

function distinct(values: readonly string[]): string {
  return [...new Set(values)].join(';');
}

export interface Column {
  name: string;
  /** One Japanese sentence for the data page. */
  meaning: string;
  value: (record: DataRecord) => string;
}
