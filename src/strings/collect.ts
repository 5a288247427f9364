/** Words of picking results to take them along. */
export const collectWords = {
  pick: '選ぶ',
  choose: (question: string) => `「${question}」を選ぶ`,
  chosen: (count: number) => `${count}件を選んでいます`,
  copy: 'まとめてチャットに貼る',
  clear: '選択を外す',
  copied: (count: number) => `${count}件をコピーしました。貼り付けて使えます。`,
  region: '選んだ検索結果',
} as const;
