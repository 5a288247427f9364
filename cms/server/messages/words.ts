import type { CollectionName } from '../../../src/schema/collections.ts';

/** What the server says to editors and to those who start it. */
export const repositoryWords = {
  notRepository: (root: string) =>
    `「${root}」はGitの管理下にないため、編集を始められません。git clone で取り出したフォルダーか、git init をしたフォルダーで起動してください。`,
  notTop: (root: string, top: string) =>
    `「${root}」はGitの管理の起点ではありません。起点の「${top}」で起動するか、そこを指定してください。`,
  noBranch:
    '編集するブランチが決まりません。git switch main などでブランチを選ぶか、設定の branch に名前を書いてください。',
  emptyBranch: (branch: string) =>
    `ブランチ「${branch}」にまだコミットがありません。最初のコミットを作ってから起動してください。`,
  noGit: 'git コマンドが見つからないため、編集を始められません。Git をインストールして、もう一度起動してください。',
  othersRepository: (root: string) =>
    `「${root}」は、ほかのユーザーのリポジトリーです。持ち主のユーザーで起動してください。このまま使ってよいときは、` +
    `git config --global --add safe.directory '${root}' を実行してから起動してください。`,
  othersFolder: (folder: string) =>
    `「${folder}」は、ほかのユーザーが作ったものです。持ち主のユーザーで起動するか、このフォルダーを削除してから起動してください。`,
  notFolder: (folder: string) =>
    `「${folder}」がフォルダーではありません（リンクなども使えません）。取り除いてから起動してください。`,
  readOnly: (place: string) =>
    `「${place}」に書き込めないため、編集を始められません。起動したユーザーに書き込みの権限があるか、` +
    'ディスクが読み取り専用になっていないかを確かめてください。',
  diskFull: (place: string) =>
    `ディスクがいっぱいで「${place}」に書き込めません。空きを作ってから、もう一度起動してください。`,
  unusable: (place: string, code: string) =>
    `「${place}」を使えないため、編集を始められません（${code}）。フォルダーの状態を確かめてください。`,
  branchInTheWay:
    '「cms」という名前のブランチがあるため、下書きを置けません。git branch -m cms cms-old などで名前を変えてください。',
} as const;

export const accountWords = {
  unsafeFile: {
    foreign: (file: string) =>
      `「${file}」の所有者が、このプログラムを動かしている利用者ではないため、使いません。中身を確かめてから、所有者を変える（chown）か、自分のファイルとして作り直してください。`,
    writable: (file: string) =>
      `「${file}」を所有者以外の利用者も書き換えられるため、使いません。中身が書き換えられていないか確かめてから、chmod 600 で所有者だけが読み書きできるようにしてください。`,
    readable: (file: string) =>
      `「${file}」を所有者以外の利用者も読めるため、使いません。chmod 600 で所有者だけが読み書きできるようにしてください。`,
  },
} as const;

export const refusalWords = {
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
  linkNeeded:
    '編集室は、サーバーを起動した人だけが開けます。npm start を実行した画面のいちばん下にある「編集」のリンクを、このブラウザーで開いてください。',
  linkUsedTitle: 'このリンクはもう使えません',
  linkUsed:
    '編集室を開くリンクは一度だけ使えます。npm start を実行した画面のいちばん下にある新しいリンクを開いてください。画面を閉じたときは、npm start をもう一度実行してください。',
  token: '編集画面が古くなっています。ページを再読み込みしてください。入力した内容はこの端末に残っています。',
  signedOut: 'ログインの有効期限が切れました。もう一度ログインしてください。入力した内容はこの端末に残っています。',
  wrongPassword: 'ログイン名かパスワードが違います。',
  tooManyLogins: (minutes: number) => `ログインに続けて失敗したため、約${minutes}分間ログインできません。`,
  unknownPerson: 'このアカウントには編集の権限がありません。管理者に登録を頼んでください。',
  path: '編集できるのは、記事と画像だけです。',
  slug: '項目の名前に使えない文字があります。半角の小文字の英数字と「-」「_」だけを使ってください。',
  qaSlug: (slug: string) =>
    `質問の名前「${slug}」の形が正しくありません。「gifu/abcd2345」のように、県人会のローマ字とIDを「/」でつないでください。`,
  plainSlug: (slug: string) =>
    `項目の名前「${slug}」の形が正しくありません。「/」を入れず、半角の小文字の英数字と「-」だけにしてください。`,
  otherEntry: (slug: string, path: string) =>
    `項目の名前「${slug}」とファイル「${path}」が合っていません。一覧から項目を開き直して、もう一度保存してください。`,
  oneEntry: '一度に保存できるのは一つの項目だけです。項目ごとに保存してください。',
  branchInTheWay: (branch: string, wanted: string) =>
    `「${branch}」という名前のブランチがあるため、下書き「${wanted}」を置けません。` +
    `管理者に、git branch -m ${branch} old-${branch.replaceAll('/', '-')} で名前を変えるよう頼んでください。入力した内容は画面に残っています。`,
  twinBranches: (entry: string, branches: readonly string[]) =>
    `項目「${entry}」の下書きのブランチが二つ以上あります（「${branches.join('」「')}」）。管理者に、一つだけを残すよう頼んでください。`,
  unusedImages: (paths: readonly string[]) =>
    `画像「${paths.join('」「')}」は、この項目のどこにも出てきません。本文に入れるか、画像を外してから保存してください。`,
  unusedInDraft: (paths: readonly string[]) =>
    `この下書きには、本文に出てこない画像「${paths.join('」「')}」が入っています。項目を開いて一度保存すると外れます。それから公開してください。`,
  notPublished: 'この項目は公開されていません。一覧を開き直してください。',
  hasDraft: 'この項目には、公開していない下書きがあります。先に下書きを公開するか削除してから、公開をやめてください。',
  needed: {
    unpublish: (titles: readonly string[], kind: NeededKind) =>
      `${quote(titles)}がこの項目を使っているため、公開をやめられません。` +
      (kind === 'qa'
        ? 'そちらの「関連する質問」や本文のリンクから外すか、この項目の状態を「取り下げ」にしてください。'
        : `先に、そちらの${usedIn(kind)}から外してください。`),
    delete: (titles: readonly string[], kind: NeededKind) =>
      `${quote(titles)}が使っているため、${kind === 'image' ? 'この画像は' : ''}削除できません。先に、そちらの${usedIn(kind)}から外してください。`,
  },
  noTextInDraft:
    'この下書きには記事の本文がないため、公開できません。記事を消すときは、公開中の項目を開いて削除してください。',
  revisionMissing: 'どの版から編集を始めたかがわからないため、保存できません。ページを再読み込みしてください。',
  noDraft: 'この下書きはもうありません。公開されたか、削除されています。',
  needsWorkflow:
    'この県人会では、公開に二人目の確認が必要です。下書きとして保存し、ほかの編集者に確認を頼んでください。',
  notReady: '「準備完了」になっていない下書きは公開できません。先に進み具合を「準備完了」にしてください。',
  foreignChanges: (paths: readonly string[]) =>
    `この下書きには、この項目のほかの変更（「${paths.join('」「')}」）が入っています。確認した人に見えないため、ここからは保存も公開もできません。` +
    '管理者に、Gitで取り除くか取り込むよう頼んでください。',
  content: (first: string, count: number) => (count > 1 ? `${first}（ほかに${count - 1}件あります）` : first),
  image: (name: string, fault: string) => `画像「${name}」は保存できません。${fault}`,
  checkTooLong:
    'この文章の確認に時間がかかりすぎるため、保存していません。長い記号の並びや極端に長い段落を減らすか、内容を分けて、もう一度保存してください。入力した内容は画面に残っています。',
  unreadable: (path: string) =>
    `「${path}」は保存場所（Git）の中で壊れていて、読めません。ほかの項目は使えます。同じ項目をもう一度保存すると直ります。わからないときは管理者に、この名前を伝えてください。`,
  unreadableObject:
    '保存場所（Git）の中に壊れたデータがあるため、処理できませんでした。何も変更していません。管理者に git fsck での確認を頼んでください。',
  mediaKind: '画像は JPEG、PNG、WebP、GIF、AVIF のどれかにしてください。',
  mediaMismatch: '画像の中身と拡張子が合っていません。画像を書き出し直してください。',
  mediaPlaces: '画像に撮影場所や機種などの情報（EXIF・XMP）が残っています。情報を消してから入れてください。',
  mediaLarge: '画像が大きすぎます（上限は5MBです）。小さくしてから入れてください。',
  mediaTaken: (path: string) => `同じ名前の別の画像があります（${path}）。名前を変えてください。`,
} as const;

/**
 * Why nothing that is published can be changed now: the work tree beside the server would lag behind. Drafts can be
 * saved.
 */
export const busyWords = {
  locked: (folder: string, file: string) =>
    `サーバーの作業フォルダー（${folder}）で、ほかのGitの操作が続いています。終わるのを待って、もう一度保存してください。` +
    `どのGitも動いていないのに続くときは、「${file}」を削除してください。入力した内容は画面に残っています。`,
  changed: (folder: string, file: string) =>
    `サーバーの作業フォルダー（${folder}）に、この項目のコミットしていない変更があります（${file}）。` +
    'そこで git commit か git stash をしてから、もう一度保存してください。下書きとしてなら、いまでも保存できます。',
  unmerged: (folder: string) =>
    `サーバーの作業フォルダー（${folder}）で、Gitの衝突の解決が途中です。解決してコミットするか、取りやめて` +
    '（git merge --abort など）から、もう一度保存してください。下書きとしてなら、いまでも保存できます。',
  rebasing: (folder: string, branch: string) =>
    `サーバーの作業フォルダー（${folder}）で、「${branch}」の rebase（git pull --rebase など）が途中です。` +
    '終わらせてから、もう一度保存してください。下書きとしてなら、いまでも保存できます。',
  unwritable: (folder: string, detail: string) =>
    `サーバーの作業フォルダー（${folder}）にファイルを書き込めません（${detail}）。管理者に知らせてください。` +
    '何も変更していません。入力した内容は画面に残っています。',
  'draft-checked-out': (folder: string, branch: string) =>
    `この下書きのブランチ（${branch}）が、サーバーの作業フォルダー（${folder}）で取り出されています。` +
    'そこで git switch main などをしてから、もう一度お試しください。',
  diskFull:
    'サーバーのディスクがいっぱいで、保存できません。何も変更していません。管理者に知らせてください。入力した内容は画面に残っています。',
  readOnly:
    'サーバーのリポジトリーに書き込めないため、保存できません。何も変更していません。管理者に知らせてください。入力した内容は画面に残っています。',
} as const;

/** What everybody at the desk should know while it lasts. */
export const noticeWords = {
  notBuilt: (when: string) =>
    `公開した内容でサイトを組み立てられませんでした（${when}）。公開した内容は残っていますが、サイトは前のままです。` +
    '管理者に、サーバーの記録（ログ）を見るよう頼んでください。',
  behind: (folder: string) =>
    `前の保存のあと、サーバーの作業フォルダー（${folder}）を新しい内容に揃えられていません。自動でやり直しています。` +
    '続くときは、管理者に知らせてください。揃うまで、このフォルダーでコミットしないでください。',
} as const;

export const conflictWords = {
  saved: (who: string, when: string) =>
    `${who}さんが${when}に、この項目を保存しました。上書きせずに止めています。両方の内容を見比べて、まとめるか、どちらかを選んでください。`,
  deleted: (who: string, when: string) => `${who}さんが${when}に、この項目を削除しました。入力した内容は残っています。`,
  exists: (who: string, when: string) =>
    `同じ名前の項目を、${who}さんが${when}に作りました。両方の内容を見比べてください。`,
  unseen: (who: string, when: string) =>
    `${who}さんが${when}に、この項目を変えました。何もせずに止めています。項目を開き直して、いまの内容を確かめてください。`,
  published: (who: string, when: string) =>
    `下書きを作ったあとで、${who}さんが${when}に公開中の内容を変えました。両方の内容を見比べて下書きを直し、もう一度公開してください。`,
  somebody: 'ほかの人',
} as const;

export const commitWords = {
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

export const answerWords = {
  saved: '保存しました。',
  published: '公開しました。',
  deleted: '削除しました。',
  unpublished: '公開をやめ、同じ内容の下書きにしました。',
  draftDeleted: '下書きを削除しました。',
  statusChanged: '進み具合を変更しました。',
} as const;

/** Where others refer to something that is to go. */
function usedIn(kind: NeededKind): string {
  if (kind === 'image') return '本文';
  if (kind === 'topics') return '「話題」や「上の話題」';
  return kind === 'qa' ? '「関連する質問」や本文のリンク' : '本文のリンク';
}

/** What others refer to: an image, or an entry of a collection. */
export type NeededKind = 'image' | CollectionName;

/** The first few of a list in brackets, and how many more there are. */
function quote(titles: readonly string[]): string {
  const shown = titles.slice(0, 3).map((title) => `「${title}」`);
  return shown.join('') + (titles.length > shown.length ? `ほか${titles.length - shown.length}件` : '');
}
