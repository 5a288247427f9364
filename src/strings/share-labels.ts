/** Words of sharing and of feedback that stand in the page already when it is fetched. */
export const shareLabels = {
  label: 'この回答を伝える',
  copy: 'コピー',
  copyLabel: 'コピー（チャットに貼る文）',
  system: 'アプリで共有',
  mail: 'メールで送る',
  more: '共有',
  printBrief: '要点1枚を印刷',
  printWhole: '全文を印刷',
  slack: 'Slack形式でコピー',
  markdown: 'Markdownでコピー',
  qr: 'このページのアドレスを表すQRコード',
  qrHint: '会議の資料や掲示に。スマートフォンのカメラで開けます。',
} as const;

export const feedbackWords = {
  heading: 'この回答について知らせる',
  explain: '書きかけの連絡文が開きます。自分で送るまで、何も送られません。',
  explainCopy: '連絡文をコピーします。所属する県人会のグループに貼ってください。自動では何も送られません。',
  show: '連絡文を見る',
  section: '場所',
  whole: '全体',
  kinds: { helpful: '役に立った', outdated: '古い', wrong: '間違い' },
  /** What a button does, where it copies the message and where it opens one. */
  copy: (kind: string) => `「${kind}」と伝える文をコピー`,
  open: (kind: string) => `「${kind}」と伝える`,
} as const;
