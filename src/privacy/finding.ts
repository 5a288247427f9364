/** What is looked for, with the label that stands in its place when it is masked and the sentence an editor reads. */
export const privacyKinds = {
  phone: {
    label: '電話番号',
    message: '電話番号のように見える数字があります。番号を消し、必要なら担当部署の名前に置き換えてください。',
  },
  mail: {
    label: 'メールアドレス',
    message: 'メールアドレスのように見える文字があります。アドレスを消し、必要なら担当部署の名前に置き換えてください。',
  },
  'my-number': {
    label: 'マイナンバー',
    message: 'マイナンバー（個人番号）のように見える12桁の数字があります。番号なら必ず消し、金額や日時なら「,」や「年月日」で区切って書き直してください。',
  },
  address: {
    label: '住所',
    message: '番地まである住所のように見える文字があります。市区町村までの書き方に直してください。',
  },
  'postal-code': {
    label: '郵便番号',
    message: '郵便番号があります。個人の住所の一部なら消してください。',
  },
  'private-use': {
    label: '外字',
    message: '外字（ほかの端末では読めない文字）があります。似た標準の文字か、ひらがなに置き換えてください。',
  },
  name: {
    label: '氏名',
    message: '人の名前のように見える言葉があります。「担当者」や「経験者」など、役割の言葉に置き換えてください。',
  },
  handle: {
    label: 'アカウント名',
    message: '個人のアカウント名のように見える文字があります。アカウント名を消し、役割の言葉に置き換えてください。',
  },
} as const;

/**
 * Where something personal was found. It deliberately has no field for the words themselves: a finding is printed in logs
 * that more people read than the text.
 */
export interface PrivacyFinding {
  kind: PrivacyKind;
  /** UTF-16 offsets in the text that was searched. */
  start: number;
  end: number;
  certainty: Certainty;
  /** Whether a person may decide, with a reason, that the text stays as it is. */
  overridable: boolean;
  /** Japanese sentence: what it looks like and what to do. */
  message: string;
}

/** What a detector reports; the words are added from the table above. */
export interface Detection {
  kind: PrivacyKind;
  start: number;
  end: number;
  certainty: Certainty;
}

export type PrivacyKind = keyof typeof privacyKinds;
export type Certainty = 'certain' | 'likely';
