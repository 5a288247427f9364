/** What is said to somebody who is not signed in. */
export const accessMessages = {
  linkNeeded:
    '編集室は、サーバーを起動した人だけが開けます。npm start を実行した画面のいちばん下にある「編集」のリンクを、このブラウザーで開いてください。',
  linkUsedTitle: 'このリンクはもう使えません',
  linkUsed:
    '編集室を開くリンクは一度だけ使えます。npm start を実行した画面のいちばん下にある新しいリンクを開いてください。画面を閉じたときは、npm start をもう一度実行してください。',
  signedOut: 'ログインの有効期限が切れました。もう一度ログインしてください。入力した内容はこの端末に残っています。',
  wrongPassword: 'ログイン名かパスワードが違います。',
  tooManyLogins: (minutes: number) => `ログインに続けて失敗したため、約${minutes}分間ログインできません。`,
  unknownPerson: 'このアカウントには編集の権限がありません。管理者に登録を頼んでください。',
  unsafeFile: {
    foreign: (file: string) =>
      `「${file}」の所有者が、このプログラムを動かしている利用者ではないため、使いません。中身を確かめてから、所有者を変える（chown）か、自分のファイルとして作り直してください。`,
    writable: (file: string) =>
      `「${file}」を所有者以外の利用者も書き換えられるため、使いません。中身が書き換えられていないか確かめてから、chmod 600 で所有者だけが読み書きできるようにしてください。`,
    readable: (file: string) =>
      `「${file}」を所有者以外の利用者も読めるため、使いません。chmod 600 で所有者だけが読み書きできるようにしてください。`,
  },
} as const;
