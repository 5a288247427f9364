/** Sentences for what zod's own types ask; what a check of ours asks is said beside it, in the schema. */

/** By zod's name of a form of text. */
export const formats: Readonly<Record<string, (label: string) => string>> = {
  date: (label) => `${label}が日付の形ではないか、実在しない日です。「2026-04-01」の形で書いてください。`,
  url: (label) => `${label}がURLの形ではありません。「https://」で始まるアドレスを書いてください。`,
};

export const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true か false',
  array: '一覧（「- 」で始まる行か [ ]）',
  object: '項目のまとまり（「名前: 値」の行）',
};
