/** Words of the pages of groups. */
export const groupWords = {
  neighbours: 'となりの県人会',
  facts: 'この県人会について',
  region: '地方',
  founded: '発足',
  count: '質問と回答',
  join: 'この県人会に加わる',
  joinSteps: (group: string) => [
    'オンライン市役所に参加します。都道府県や市区町村などに勤める現職の公務員なら、誰でも参加できます。',
    `参加すると案内される47の県人会から、${group}（Messengerのグループ）を選びます。`,
    '所属と担当を一行、それにまち自慢を一つ添えて、はじめの一言を書きます。',
  ],
  howToJoin: '参加のしかたをくわしく',
  ofGroup: { chat: '県人会の投稿', article: '記事・公表資料から', sample: 'この県を想定した作例' },
  noPosts: (group: string) => `${group}の投稿は、まだここにありません。`,
  bringFirst:
    'グループで答えが集まった質問があれば、最初の一件にできます。質問した人と答えた人に、まとめて公開してよいかを尋ね、個人が分かる部分を除いて書きます。',
  howToBring: '最初の一件を書く方法',
  newestAround: 'となりの県人会の新しい質問',
  events: '催し',
  pride: 'まち自慢',
} as const;
