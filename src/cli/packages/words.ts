/** What the commands about packages say. */
export const packageWords = {
  locked:
    'package-lock.json を更新しました。git diff package-lock.json で変わった行を確かめ、npm ci を実行してください。',
  notLocked:
    'package-lock.json は変えていません。上のnpmのメッセージを確かめ、package.json を直してから、もう一度実行してください。',
  sound: (count: number) => `package-lock.json の${count}個のパッケージに、問題はありません。`,
  lockVersion: (version: number) =>
    `package-lock.json の形式が${version}です。npm 10以降で npm run lock を実行し、形式3にしてください。`,
  notExact: (name: string, version: string) =>
    `package.json の「${name}」のバージョン「${version}」は、一つに決まりません。1.2.3 のように書いてください。`,
  outOfStep: (name: string) =>
    `「${name}」が package.json と package-lock.json で違います。npm run lock を実行してください。`,
  local: (folder: string) =>
    `「${folder}」は手元のフォルダーへのリンクです。npmのレジストリーにあるパッケージを使ってください。`,
  foreignAddress: (folder: string, address: string) =>
    `「${folder}」の入手先「${address}」は、npmのレジストリーではありません。レジストリーのパッケージに替えてください。`,
  noIntegrity: (folder: string) =>
    `「${folder}」に、改ざんを見つけるための値（SHA-512の integrity）がありません。npm run lock を実行してください。`,
  alias: (folder: string, name: string) =>
    `「${folder}」に別のパッケージ「${name}」が入りますが、package.json に書かれていません。意図したものなら npm:${name}@バージョン と書いてください。`,
  missingPlatform: (folder: string, name: string) =>
    `「${folder}」がほかのOSで使う「${name}」が package-lock.json にありません。npm run lock を実行してください。`,
  script: (name: string) =>
    `「${name}」は、インストールのときにプログラムを動かします。内容を確かめ、必要なら package.json の allowScripts に加えてください。`,
  idleScript: (name: string) =>
    `package.json の allowScripts の「${name}」は、インストールのときに何も動かしません。allowScripts から消してください。`,
  licence: (folder: string, licence: string | undefined) =>
    `「${folder}」のライセンス「${licence ?? '不明'}」は、使えるものの一覧にありません。別のパッケージにするか、src/cli/packages/policy.ts に理由を付けて加えてください。`,
  idleException: (packages: string) =>
    `src/cli/packages/policy.ts の例外「${packages}」に当てはまるパッケージは、もうありません。一覧から消してください。`,
  otherName: (folder: string, name: string) =>
    `「${folder}」に、別のパッケージ「${name}」が入っています。node_modules を消して npm ci を実行してください。`,
  otherLicence: (folder: string, licence: string | undefined) =>
    `「${folder}」のライセンスは「${licence ?? '不明'}」で、package-lock.json の記載と違います。npm run lock を実行してください。`,
  noSbom: (reason: string) => `部品表を作れません。npm ci を実行してから、もう一度実行してください。\n${reason}`,
  unlisted: (names: readonly string[]) =>
    `部品表に載らないパッケージがあります。npm ci を実行してから、もう一度実行してください：${names.join('、')}`,
  sbomWritten: (file: string, count: number) => `部品表「${file}」に${count}個のパッケージを書きました（CycloneDX）。`,
} as const;
