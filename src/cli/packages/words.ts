/** What the commands about packages say. */
export const packageWords = {
  locked: 'package-lock.json を更新しました。git diff package-lock.json で変わった行を確かめ、npm ci を実行してください。',
  notLocked: 'package-lock.json は変えていません。上のnpmのメッセージを確かめ、package.json を直してから、もう一度実行してください。',
} as const;
