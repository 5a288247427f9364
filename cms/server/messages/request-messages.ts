/** What is said of a request that cannot be answered, whatever it asks for. */
export const requestMessages = {
  notJson: '送られた内容を読み取れませんでした（JSONではありません）。',
  badShape: (place: string) => `送られた内容の形が正しくありません（${place}）。ページを再読み込みしてください。`,
  notFound: 'お探しのものは見つかりませんでした。',
  method: 'この呼び出し方はできません。',
  mediaType: '送る内容の種類は application/json にしてください。',
  noLength: '送る内容の大きさがわかりません。',
  tooLarge: (mebibytes: number) => `送る内容が大きすぎます（上限は約${mebibytes}MBです）。画像を小さくしてください。`,
  slow: '送信に時間がかかりすぎたため、打ち切りました。回線を確かめて、もう一度保存してください。入力した内容は画面に残っています。',
  busy: 'いま混み合っています。少し待って、もう一度保存してください。入力した内容は画面に残っています。',
  locked:
    'ほかの作業がGitを使っているため、保存できませんでした。少し待って、もう一度保存してください。入力した内容は画面に残っています。',
  failed: 'サーバーの不具合で処理できませんでした。何も変更していません。続くときは管理者に時刻を伝えてください。',
  host: 'このアドレスからは編集できません。設定したアドレスで開いてください。',
  origin: 'ほかのサイトからの操作は受け付けません。',
  notLoopback: 'この編集画面は、サーバーを動かしているパソコンの中からだけ使えます。',
  proxied:
    '中継サーバー（プロキシ）を通した接続は、ログインなしの設定（access.mode: loopback）では受け付けません。access.mode を accounts（ログイン）か proxy（認証する中継サーバー）にした編集サーバーを使ってください。',
  foreignHost: (port: number) =>
    `このアドレスからは使えません。http://localhost:${port}/ で始まるアドレスを開いてください。ほかのアドレスで使うには、access.mode を accounts（ログイン）か proxy（認証する中継サーバー）にした編集サーバーが要ります。`,
  token: '編集画面が古くなっています。ページを再読み込みしてください。入力した内容はこの端末に残っています。',
  unreadableObject:
    '保存場所（Git）の中に壊れたデータがあるため、処理できませんでした。何も変更していません。管理者に git fsck での確認を頼んでください。',
} as const;

/** What everybody at the desk should know while it lasts. */
export const noticeMessages = {
  notBuilt: (when: string) =>
    `公開した内容でサイトを組み立てられませんでした（${when}）。公開した内容は残っていますが、サイトは前のままです。` +
    '管理者に、サーバーの記録（ログ）を見るよう頼んでください。',
  behind: (folder: string) =>
    `前の保存のあと、サーバーの作業フォルダー（${folder}）を新しい内容に揃えられていません。自動でやり直しています。` +
    '続くときは、管理者に知らせてください。揃うまで、このフォルダーでコミットしないでください。',
} as const;
