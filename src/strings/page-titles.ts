import { listPages, monthNames, siteWords } from './site.ts';

/** Titles of the pages that are neither content nor made from it; each has its own card. */
export const pageTitles: readonly string[] = [
  siteWords.name,
  '検索',
  listPages.fresh.title,
  '話題の一覧',
  '県人会の一覧',
  '月別の仕事',
  ...monthNames.map((name) => `${name}の仕事`),
  '催し',
  'まち自慢',
  'データ',
  'ページが見つかりません',
];
