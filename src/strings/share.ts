/** Words of sharing and of feedback: read at build and in the browser, so they are kept few. */
export const shareWords = {
  label: 'この回答を伝える',
  forChat: 'チャットに貼る',
  link: 'リンクをコピー',
  system: 'アプリで共有',
  mail: 'メールで送る',
  more: 'ほかの形・QRコード',
  slack: 'Slack形式でコピー',
  markdown: 'Markdownでコピー',
  qr: 'このページのアドレスを表すQRコード',
  qrHint: '会議の資料や掲示に。スマートフォンのカメラで開けます。',
  copied: 'コピーしました。貼り付けて使えます。',
  linkCopied: 'リンクをコピーしました。',
  copyFailed: '自動でコピーできませんでした。下の文を選んでコピーしてください。',
  textToCopy: 'コピーする文',
  linkTo: (name: string) => `「${name}」へのリンクをコピー`,
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
  copied: '連絡文をコピーしました。県人会のグループに貼り、様子を書き足してください。',
} as const;

export const collectWords = {
  pick: '選ぶ',
  choose: (question: string) => `「${question}」を選ぶ`,
  chosen: (count: number) => `${count}件を選んでいます`,
  copy: 'まとめてチャットに貼る',
  clear: '選択を外す',
  copied: (count: number) => `${count}件をコピーしました。貼り付けて使えます。`,
  region: '選んだ検索結果',
} as const;
