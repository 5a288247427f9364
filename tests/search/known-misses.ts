/**
 * Rows that are right and that the search does not answer yet, each with the cause. A row that is answered again must
 * leave the list, so that it cannot be lost a second time unseen.
 */
export const knownMisses: ReadonlyMap<string, string> = new Map([
  [
    '家で仕事をしたいのにうちのパソコンは役所の中の線にしかつながっていません',
    'つながる weighs more than home, work and computer together',
  ],
  [
    'お金を付けてもらうための資料の書き方がわからない',
    'お金 leads to other pages on money; 予算要求 is only near to it',
  ],
  ['投票に来た人に紙を二枚渡してしまわないようにするには', 'the page on counting votes says 投票 and 開票 more often'],
  ['8cm 文字の高さ', 'another page is about 文字; 高さ and 8 cm stand once on the right one'],
  ['情シス 一人', '情報 of 情報システム担当 stands for too much by itself'],
]);
