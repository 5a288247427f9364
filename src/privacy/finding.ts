/**
 * What is looked for: the label that stands in its place when it is masked, the sentence an editor reads, and whether
 * a person may decide, with a reason, that it stays. Form, server and check all ask `isOverridable`, which asks this
 * table.
 */
export const privacyKinds = {
  phone: {
    label: '電話番号',
    overridable: 'always',
    message: '電話番号のように見える数字があります。番号を消し、必要なら担当部署の名前に置き換えてください。',
  },
  mail: {
    label: 'メールアドレス',
    overridable: 'always',
    message: 'メールアドレスのように見える文字があります。アドレスを消し、必要なら担当部署の名前に置き換えてください。',
  },
  'my-number': {
    label: 'マイナンバー',
    overridable: 'if-doubtful',
    message:
      'マイナンバー（個人番号）のように見える12桁の数字があります。番号なら必ず消し、金額や日時なら「,」や「年月日」で区切って書き直してください。',
  },
  address: {
    label: '住所',
    overridable: 'always',
    message: '番地まである住所のように見える文字があります。市区町村までの書き方に直してください。',
  },
  'postal-code': {
    label: '郵便番号',
    overridable: 'always',
    message: '郵便番号があります。個人の住所の一部なら消してください。',
  },
  'private-use': {
    label: '外字',
    overridable: 'never',
    message: '外字（ほかの端末では読めない文字）があります。似た標準の文字か、ひらがなに置き換えてください。',
  },
  name: {
    label: '氏名',
    overridable: 'always',
    message: '人の名前のように見える言葉があります。「担当者」や「経験者」など、役割の言葉に置き換えてください。',
  },
  handle: {
    label: 'アカウント名',
    overridable: 'always',
    message: '個人のアカウント名のように見える文字があります。アカウント名を消し、役割の言葉に置き換えてください。',
  },
  'birth-date': {
    label: '生年月日',
    overridable: 'always',
    message: '人の生年月日のように見える日付があります。消すか、「30代」「小学生」のような書き方に直してください。',
  },
  'bank-account': {
    label: '口座番号',
    overridable: 'always',
    message: '口座やカードの番号のように見える数字があります。番号を消してください。',
  },
  'personal-code': {
    label: '個人の番号',
    overridable: 'always',
    message: '免許証・年金・旅券など、一人ひとりに付く番号のように見える文字があります。番号を消してください。',
  },
  'number-plate': {
    label: '車のナンバー',
    overridable: 'always',
    message: '車のナンバーのように見える文字があります。消してください。',
  },
} as const satisfies Readonly<Record<string, KindOfPrivacy>>;

/**
 * Whether a person may decide that a finding stays. Nobody has a reason to publish a My Number whose check digit is
 * right; one that only looks like it stops nobody. 外字 cannot be read elsewhere whatever the reason.
 */
export function isOverridable(kind: PrivacyKind, certainty: Certainty): boolean {
  const { overridable } = privacyKinds[kind];
  return overridable === 'always' || (overridable === 'if-doubtful' && certainty === 'likely');
}

/**
 * Before the sentence of a finding that is only seen when marks, references or words are read as a reader reads them.
 */
export const disguisedWords = '文字参照や記号で区切って書かれた部分に、';

/** Kinds of which a judgement is written down. What is overridable only while it is doubtful needs none. */
export const judgeableKinds = (Object.keys(privacyKinds) as PrivacyKind[]).filter((kind) =>
  isOverridable(kind, 'certain'),
);

/**
 * Where something personal was found. It deliberately has no field for the words themselves: a finding is printed in
 * logs that more people read than the text.
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

interface KindOfPrivacy {
  label: string;
  message: string;
  overridable: 'always' | 'if-doubtful' | 'never';
}
