/** Words of what search boxes offer while one types. */
export const suggestionMessages = {
  list: '検索の候補',
  count: (count: number) => `候補が${count}件あります。上下の矢印キーで選べます。`,
  kinds: { recent: '履歴', topic: '話題', group: '県人会', question: '質問' },
  alias: '別の言い方：',
} as const;
