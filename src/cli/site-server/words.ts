/** What the server of the built site says in place of a page. */
export const siteServerWords = {
  refused: 'このアドレスでは表示できません',
  waitTitle: '準備中',
  wait: 'サイトを組み立てています。できあがると自動で表示します。',
  deskOnly: 'このサーバーには編集の受け口だけがあります。サイトは、管理者から聞いた別のアドレスで開いてください。',
  missingTitle: 'ページがありません',
  missing: 'お探しのページは見つかりませんでした。アドレスを確かめてください。',
} as const;
