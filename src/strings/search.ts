/** Who types quotation marks has them already. */
const quote = (text: string) => (/^「[^「」]*」$/.test(text) ? text : `「${text}」`);

/** Words of the search: what the person reads and hears. */
export const searchMessages = {
  resultsLabel: '検索結果',
  searching: '検索しています…',
  found: (count: number) => `${count.toLocaleString('ja-JP')}件見つかりました`,
  shown: (shown: number, count: number) =>
    shown < count
      ? `${count.toLocaleString('ja-JP')}件のうち${shown.toLocaleString('ja-JP')}件を表示しています`
      : `${count.toLocaleString('ja-JP')}件見つかりました`,
  goOn: '入力の途中のようです。続きを打つか、「検索」を押してください。',
  nothing: (text: string) => `${quote(text)}に合う質問は見つかりませんでした。`,
  onlyTouching: (text: string, count: number) =>
    `${quote(text)}に答える質問は見つかりませんでした。触れている質問が${count.toLocaleString('ja-JP')}件あります。`,
  nothingFiltered: (text: string) =>
    text === ''
      ? '選んだ条件に合う質問は見つかりませんでした。'
      : `${quote(text)}に合う質問は、選んだ条件では見つかりませんでした。`,
  lift: (labels: readonly string[], count: number) =>
    `「${labels.join('・')}」の条件を外す（${count.toLocaleString('ja-JP')}件）`,
  liftAll: (count: number) => `条件をすべて外す（${count.toLocaleString('ja-JP')}件）`,
  fewer: (text: string, count: number) => `「${text}」だけで探す（${count.toLocaleString('ja-JP')}件）`,
  groups: '県人会の一覧',
  topics: '話題の一覧',
  offline: 'いまは通信できないため、検索できません。つながると検索できるようになります。',
  askInGroup: '見つからないときは、所属する県人会のグループで聞いてみてください。答えが集まったら、ここに残せます。',
  howToWrite: '答えを残す方法',
  leftOut: (words: readonly string[]) =>
    `${words.map((word) => `「${word}」`).join('')}は、表示している質問のどれにも含まれていません。`,
  weak: (missing: readonly string[], count: number) =>
    `${missing.map((word) => `「${word}」`).join('')}についての質問は見つかりませんでした。近い質問を${count.toLocaleString('ja-JP')}件あげています。`,
  askWhenWeak: 'どれも違うときは、所属する県人会のグループで聞いてみてください。答えが集まったら、ここに残せます。',
  touching: (count: number, besides: boolean) =>
    `${besides ? 'ほかに' : ''}触れている質問（${count.toLocaleString('ja-JP')}件）`,
  suggestion: 'もしかして：',
  more: 'さらに表示',
  allResults: 'すべての結果を見る',
  sortLabel: '並べ替え',
  sortRelevance: '関連の高い順',
  sortDate: '新しい順',
  filters: '絞り込み',
  chooseFilters: '条件を選ぶ',
  chosenFilters: '選んでいる条件',
  closeFilters: '閉じる',
  clearFilters: '条件をすべて外す',
  seeResults: (count: number) => (count === 0 ? '合う質問がありません' : `${count.toLocaleString('ja-JP')}件を見る`),
  allChoices: (count: number) => `すべて見る（${count.toLocaleString('ja-JP')}）`,
  drop: (label: string) => `「${label}」の条件を外す`,
  reason: (typed: string, found: string) => `「${typed}」→「${found}」`,
  reasons: '一致した言い換え：',
  reasonsNear: '近い言葉：',
  alias: '別の言い方：',
  matchedPlace: '一致した箇所',
  matchedSummary: '一言回答',
  failed: '検索の準備ができませんでした。通信の状態を確かめて、もう一度お試しください。',
  retry: 'もう一度試す',
  recent: '最近の検索（この端末だけに保存）',
  clearRecent: '履歴を消す',
  missed: 'この端末で見つからなかった検索',
  missedHelp: '編集の参考に。この端末の外には送られません。',
  clearMissed: 'この一覧を消す',
  sample: '作例',
  narrow: (label: string) => `${label}で絞り込む`,
  otherPages: 'サイトのページ',
  nothingButOthers: (text: string, count: number) =>
    `「${text}」に合う質問は見つかりませんでした。サイトのページが${count.toLocaleString('ja-JP')}件あります。`,
  addressFound: 'アドレスのページが1件見つかりました',
  addressHere: 'ページを開く：',
  foreignAddress: 'このサイトのアドレスではありません。',
  foreignButKnown: 'このサイトのアドレスではありませんが、同じ番号のページがこのサイトにあります。',
  noSuchPage: 'このアドレスのページは、このサイトにありません。',
  ownBody: '自分の団体に近い答えを上に',
  ownBodyHelp: '選ぶと、似た団体の答えが少し上に出ます。この端末だけに保存し、どこにも送りません。',
  ownKind: '団体の種類',
  ownSize: '人口規模',
  notChosen: '選ばない',
  ownBodyIs: (parts: readonly string[]) => `自分の団体：${parts.filter((part) => part !== '').join('・')}`,
  clearOwnBody: '自分の団体を消す',
  sameSizeOf: (kind: string) => `同じ規模の${kind}`,
  sameKind: (kind: string) => `同じ種類の団体（${kind}）`,
  sameSize: '同じ規模の団体',
} as const;
