/** Sentences for what the types alone do not say. `label` is the field's Japanese name. */

/** By `params.reason` of the checks in the schemas that look at several fields at once. */
export const reasons: Readonly<Record<string, string>> = {
  'consent-missing': '由来が「県人会の投稿」（chat）なのに了承（consent）がありません。了承を得た日（date）と範囲（scope）を書いてください。',
  'source-missing': '由来が「記事・公表資料」（article）なのに出典（sources）がありません。出典名（title）を一つ以上書いてください。',
  'practice-empty': '決裁と手続（practice）が空です。決める人・様式・予算科目・議会のどれかを書くか、項目ごと消してください。',
  'withdrawal-missing': '状態が「取り下げ」（withdrawn）なのに取り下げ（withdrawn）の項目がありません。取り下げた日（date）を書いてください。',
  'status-not-withdrawn': '取り下げ（withdrawn）の項目があるのに状態が「取り下げ」ではありません。状態（status）を withdrawn に直すか、取り下げの項目を消してください。',
  'review-before-asked': '見直し期限が質問日より前です。見直し期限（reviewBy）を質問日（asked）より後の日に直してください。',
  'time-missing': '日時がありません。開始（start）と終了（end）の両方か、時期（when）を書いてください。',
  'end-before-start': '終了が開始より前か同じです。終了（end）を開始（start）より後に直してください。',
  'one-word-group': '言葉が一つだけです。同じ意味の言葉（words）を二つ以上書くか、見つけたい言葉（to）を書いてください。',
};

/** By the source of the regular expression that the value did not match. */
export const patterns: Readonly<Record<string, (label: string) => string>> = {
  '^[^\\p{Cc}]*$': (label) => `${label}に改行や目に見えない文字が入っています。一行に直してください。`,
  '^[a-z0-9]{6,12}$': (label) => `${label}がIDの形ではありません。半角の英小文字と数字で6〜12文字（ふつうは8文字）にしてください。`,
  '^[a-z][a-z0-9]*(-[a-z0-9]+)*$': (label) => `${label}が話題のIDの形ではありません。「office-move」のように、半角の英小文字・数字・「-」で書いてください。`,
  '^\\/(?!\\/)([A-Za-z0-9._~-]+\\/)+$': (label) => `${label}がアドレスの形ではありません。「/q/以前のID/」のように、「/」で始めて「/」で終えてください。`,
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})$': (label) => `${label}が日時の形ではありません。「2027-02-13T14:00+09:00」の形で書いてください。`,
  '^(0[1-9]|[1-3]\\d|4[0-7])$': (label) => `${label}が正しくありません。「"01"」から「"47"」までの2桁を「"」で囲んで書いてください。`,
  '^\\d{4}-(0[1-9]|1[0-2])$': (label) => `${label}が年月の形ではありません。「2021-09」の形で書いてください。`,
  '^[ぁ-ゖー]{2,20}$': (label) => `${label}がひらがなではありません。ひらがなと「ー」だけで、2〜20文字で書いてください。`,
};

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
