/** Why the server cannot be started on a repository. */
export const repositoryMessages = {
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

/**
 * Why nothing that is published can be changed now: the work tree beside the server would lag behind. Drafts can be
 * saved.
 */
export const checkoutMessages = {
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
