/** Words of lists that stand on several pages. */
export const listWords = {
  /** 「51–100件目／全173件」. */
  range: (from: number, to: number, total: number) => `${span(from, to)}件目／全${inJapanese(total)}件`,
  heading: '質問と回答',
  count: (total: number) => `${inJapanese(total)}件`,
  /** The title of a page that is not the first of its list: 「税の質問と回答（51–100件目）」. */
  title: (list: string, from: number, to: number) => `${list}（${span(from, to)}件目）`,
  description: (list: string, from: number, to: number, total: number) =>
    `${list}の続き、${span(from, to)}件目（全${inJapanese(total)}件）。`,
  pages: (list: string) => `「${list}」のページ`,
  first: '最初のページ',
  previous: '前のページ',
  next: '次のページ',
  last: '最後のページ',
  allWithdrawn: 'このページにあった質問と回答は、取り下げられました。',
  see: (list: string) => `${list}を見る`,
  ofTopic: (topic: string) => `${topic}の質問と回答`,
  ofGroup: (group: string, list: string) => `${group}：${list}`,
  monthOrder: 'その月だけの仕事が先、ほかの月にもある仕事が後です。',
  topicsOfMonth: (month: string) => `${month}の仕事を話題で選ぶ`,
  allOfTopic: (topic: string) => `話題「${topic}」の質問と回答をすべて見る`,
  allOfMonth: (month: string) => `${month}の仕事をすべて見る`,
} as const;

function span(from: number, to: number): string {
  return from === to ? inJapanese(from) : `${inJapanese(from)}–${inJapanese(to)}`;
}

function inJapanese(count: number): string {
  return count.toLocaleString('ja-JP');
}
