/** Words of sharing that the browser needs; each page of a Q&A fetches them. */
export const shareWords = {
  link: 'リンクをコピー',
  copied: 'コピーしました。貼り付けて使えます。',
  linkCopied: 'リンクをコピーしました。',
  copyFailed: '自動でコピーできませんでした。下の文を選んでコピーしてください。',
  textToCopy: 'コピーする文',
  linkTo: (name: string) => `「${name}」へのリンクをコピー`,
} as const;

export const feedbackAnswers = {
  whole: '全体',
  copied: '連絡文をコピーしました。県人会のグループに貼り、様子を書き足してください。',
} as const;
