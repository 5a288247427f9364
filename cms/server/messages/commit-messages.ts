/** First lines of commits. */
export const commitMessages = {
  nouns: {
    qa: '質問',
    groups: '県人会',
    topics: '話題',
    events: '催し',
    pride: 'まち自慢',
    vocabulary: '検索の言葉',
    pages: '固定ページ',
  },
  added: (noun: string, title: string) => `${noun}を追加：${title}`,
  updated: (noun: string, title: string) => `${noun}を更新：${title}`,
  renamed: (noun: string, title: string) => `${noun}の場所を変更：${title}`,
  deleted: (noun: string, title: string) => `${noun}を削除：${title}`,
  unpublished: (noun: string, title: string) => `${noun}の公開をやめた：${title}`,
  published: (noun: string, title: string) => `${noun}を公開：${title}`,
  imageAdded: (name: string) => `画像を追加：${name}`,
  putBack: (count: number) =>
    `公開した内容を戻す（${count}件）\n\n同時に行われたGitの操作で、意図せずに消えたり古い内容に戻ったりしていました。`,
  imageDeleted: (name: string) => `画像を削除：${name}`,
  status: { draft: '下書きに戻す', pending_review: 'レビューを頼む', pending_publish: '内容を確認、準備完了' },
  statusChanged: (change: string, title: string) => `${change}：${title}`,
} as const;
