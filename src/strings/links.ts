/** Words around links: cards, sharing, feeds, exports, feedback. */
export const linkWords = {
  card: {
    topics: '話題',
    site: '47都道府県人会',
    home: '47都道府県人会の質問と回答',
    homeNote: '県人会の答えと、仕事の作例を、検索できるかたちで',
    belongsTo: (prefecture: string, isSample: boolean) =>
      isSample ? `${prefecture}を想定した作例` : `${prefecture}人会`,
    count: (count: number) => `質問と回答 ${count.toLocaleString('ja-JP')}件`,
    samples: (count: number) => `この県を想定した作例 ${count.toLocaleString('ja-JP')}件`,
  },
  withdrawnTitle: '取り下げられた質問と回答',
  withdrawnDescription: 'この質問と回答は取り下げられました。',
  feeds: {
    all: '新しい質問と回答',
    changed: '変更・見直しのあった質問と回答',
    ofGroup: (name: string) => `${name}の質問と回答`,
    ofTopic: (name: string) => `話題「${name}」の質問と回答`,
    calendar: '県人会の催し',
    follow: (name: string, entries: number) => `${name}の新しい回答を受け取る（Atomフィード、新しい${entries}件）`,
    newest: (entries: number) => `Atom。新しい順に${entries}件、回答の全文つき。`,
    changes: (entries: number) => `Atom。書き直しや見直しのあった順に${entries}件。`,
    ofLists: (entries: number) =>
      `県人会ごと、話題ごとのフィードは、それぞれのページにあります。どれも新しい${entries}件で、すべてはファイルにあります。`,
    status: '状態',
    answer: (number: number) => `回答${number}`,
    addToCalendar: 'カレンダーに入れる（ics）',
  },
  moved: {
    title: 'このページは移りました',
    text: '新しいアドレスに移ります。移らないときは、次のリンクを開いてください。',
  },
  openSearch: '県人会ナレッジで検索',
  bookmarklet: {
    ask: '県人会ナレッジで検索する言葉',
    copy: 'この文をコピー',
  },
  data: {
    title: '県人会ナレッジの質問と回答',
    ofGroup: (group: string) => `県人会ナレッジの質問と回答（${group}）`,
    groups: '県人会ごとのファイル',
    groupsExplained:
      'qa.csv と qa.json のうち、一つの県人会のものだけを入れたファイルです。列も項目も同じで、作例はその県を想定したものです。',
    choose: (groups: number) => `${groups}の県人会から選ぶ`,
  },
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
} as const;
