import { floorInWords } from '../../strings/browser-floor.ts';

/** What the commands say. */
export const commandLineWords = {
  badPort: (port: string, command = 'npm start') =>
    `ポート番号「${port}」は使えません。1から65535の数字を --port で指定してください。例: ${command} -- --port 4322`,
  portTaken: (port: number, command = 'npm start') =>
    `ポート${port}は別のプログラムが使っています。別の番号で起動してください。例: ${command} -- --port ${port + 1}`,
  noDesk: (reason: string) =>
    `編集室は使えません。${reason}\nサイトを見ること、検索すること、content/ のファイルを書き換えてサイトを新しくすることはできます。`,
  deskFailed: '編集室を始められませんでした。理由は、npm start を実行した画面に出ています。',
  building: 'サイトを組み立てています…',
  rebuilding: (files: string) => `変更がありました（${files}）。組み立て直しています…`,
  built: (seconds: string) => `組み立てが終わりました（${seconds}秒）。`,
  buildFailed:
    '組み立てに失敗しました。上のメッセージの箇所を直して保存すると、自動でやり直します。いま見えているサイトは前のままです。',
  ready: (address: string) => `\n  サイト  ${address}\n\n終了するには Ctrl+C を押してください。`,
  oneTimeLink: (link: string) =>
    `\n  編集    ${link}\n          このリンクは一度だけ使えます。開いたブラウザーで編集できます。ほかの人に渡さないでください。\n`,
  oneTimeLinkIn: (file: string) =>
    `\n  編集    この画面の出力はほかの人も読めるため、編集室を開くリンクは次のファイルに書きました（読めるのはあなただけです）。\n          ${file}\n`,
  browserFound: (place: string) => `ブラウザー: ${place}`,
  installingBrowser: 'テスト用のブラウザーが見つからないため、インストールします…',
  namedBrowserMissing: (place: string) =>
    `CHROMIUM_PATH に書かれた「${place}」がありません。ブラウザーの実行ファイルの場所を書き直すか、指定を外してください。`,
  noBrowser:
    'テスト用のブラウザーを用意できませんでした。Chromium か Google Chrome をインストールし、場所を CHROMIUM_PATH に書いて、もう一度実行してください。',
  nothingBuilt: (folder: string) =>
    `「${folder}」に組み立てたサイトがありません。先に npm run build を実行してください。`,
  addressesVanished: (addresses: readonly string[]) =>
    [
      `前回の公開にあった${addresses.length}件のアドレスが、なくなっています。リンクは残し続けます。質問なら取り下げにし、移したものは移り先の redirectFrom に書いてください。`,
      ...addresses.map((address) => `  ${address}`),
    ].join('\n'),
  addressesStand: (released: number, built: number) =>
    `前回の公開にあった${released}件のアドレスは、すべて残っています（いま${built}件）。`,
  imageCleaned: (file: string) => `${file}: 絵のほかの情報を消しました。`,
  imagesCleaned: (all: number, cleaned: number) => `画像${all}件を調べ、${cleaned}件を書き直しました。`,
} as const;

export const engineWords = {
  found: (name: string) => `${name} でも主な流れを試験します。`,
  installing: (name: string) => `試験用の ${name} が見つからないため、インストールします…`,
  leftOut: (name: string, reason: string) => `${name} での試験は省きます：${reason}`,
  noApt: (packages: readonly string[]) =>
    `この機械には apt-get がなく、自動で入れられません（Debian のパッケージ ${packages.join('、')}）。`,
  notAllowed: (packages: readonly string[]) =>
    `パッケージを入れる権限がありません。管理者に apt-get install ${packages.join(' ')} を頼んでください。`,
  notInstalled: (packages: readonly string[]) =>
    `apt-get install ${packages.join(' ')} ができませんでした。上のメッセージを確かめてください。`,
  namedMissing: (place: string) =>
    `FIREFOX_PATH に書かれた「${place}」がありません。場所を書き直すか、指定を外してください。`,
} as const;

export const floorWords = {
  nothingBuilt: (folder: string) =>
    `「${folder}」に組み立てたサイトがありません。先に npm run build を実行してください。`,
  fault: (file: string, what: string) =>
    `${file}: ${what} は、対象の最も古いブラウザー（${floorInWords}）にありません。別の書き方にするか、あるかどうかを確かめてから使ってください。`,
  fine: (folder: string, files: number) =>
    `「${folder}」の${files}件のプログラムとスタイルは、${floorInWords}で動きます。`,
} as const;

export const judgeWords = {
  usage:
    '使い方：npm run judge -- ファイル 種類 "載せてよい理由（5〜120文字）"\n' +
    '例：npm run judge -- content/qa/gifu/k7mq2pzd.mdx phone "県の公式サイトに載っている代表番号のため"',
  noFile: (file: string) => `ファイル「${file}」がありません。content/ から始まる名前を確かめてください。`,
  nothing: (file: string, kind: string) =>
    `「${file}」には、種類「${kind}」でまだ判断していないところがありません。npm run lint:content で種類を確かめてください。`,
  done: (count: number, places: readonly string[]) =>
    `${count}個の値を、載せてよいものとして記録しました（${places.join('、')}行目）。書いた場所をもう一度確かめてください。`,
} as const;
