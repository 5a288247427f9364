/** What the office server's commands say. */
export const cmsServerWords = {
  usage: `使い方（くわしくは docs/server.md）:
  npm run cms
      編集室とサイトを起動し、公開のたびにサイトを組み立て直します。
      設定は cms-server.yaml か環境変数 CMS_… に書きます。次の引数でも指定できます（引数が優先）:
      --config ファイル  --repository フォルダー  --branch 名前  --site 組み立て済みサイトのフォルダー  --base /パス/
      --host アドレス  --port 番号  --address https://公開アドレス/  --accounts ファイル
  npm run cms -- add-user --login 名前 --name 表示名 --role contributor|editor|administrator [--groups gifu,aichi] [--mail アドレス] [--without-password] [--accounts ファイル]
      編集できる人を加えます（いる人なら書き換えます）。パスワードは画面で聞きます。
  npm run cms -- remove-user --login 名前 [--accounts ファイル]
  npm run cms -- list-users [--accounts ファイル]
  「npm run cms --」の代わりに「node src/cli/cms-server.ts」とすると、サイトを組み立てず、--accounts の指定が要ります。`,
  badArgument: (message: string) => `引数を読み取れません: ${message}\n\n${cmsServerWords.usage}`,
  noConfig: (file: string) => `設定ファイル「${file}」を読めません。場所と読み取りの権限を確かめてください。`,
  badYaml: (file: string, line: number) =>
    `設定ファイル「${file}」の${line}行目が、YAMLとして読み取れません。字下げと「:」の後の空白を確かめてください。`,
  badSetting: (file: string, key: string, variable?: string) =>
    `設定「${key}」（${[file, variable].filter(Boolean).join('、')}）が正しくありません。${hints[key] ?? '書き方は docs/server.md を見てください。'}`,
  unknownSetting: (file: string, key: string) => `設定「${key}」（${file}）はありません。つづりを確かめてください。`,
  openDoor: (host: string) =>
    `「${host}」で待ち受けると、ほかのパソコンからも編集できてしまいます。access.mode に accounts（ログイン）か proxy（認証する中継サーバー）を設定するか、listen.host を 127.0.0.1 にしてください。`,
  namedWithoutLogin: (host: string) =>
    `access.mode が loopback（ログインなし）のときは、「${host}」というアドレスでは使えません。access.mode を accounts（ログイン）か proxy（認証する中継サーバー）にするか、address と otherHosts を外してください。`,
  otherBase: (path: string, base: string) =>
    `公開アドレスのパス「${path}」と、サイトのパス（CMS_BASE か --base）「${base}」が違います。同じにしてください。`,
  tlsWithoutHttps: (address: string) =>
    `証明書（tls）があるのに、公開アドレスが「${address}」です。https:// で始まるアドレスにしてください。`,
  noAccounts: (file: string) =>
    `ログインできる人が「${file}」に一人もいません。先に登録してください。例: npm run cms -- add-user --login hanako --name 岐阜花子 --role administrator`,
  badAccounts: (file: string, key: string) =>
    `アカウントのファイル「${file}」${key === '' ? 'を読み取れません' : `の「${key}」が正しくありません`}。直すか、ファイルを退けてから add-user で登録し直してください。`,
  unencrypted:
    '注意: 公開アドレスが http:// のため、パスワードが暗号化されずに流れます。tls に証明書を設定するか、https の中継サーバーを置いてください。',
  portTaken: (port: number) => `ポート${port}は別のプログラムが使っています。--port で別の番号を指定してください。`,
  badTls: '証明書か秘密鍵のファイル（tls）を読めません。場所と読み取りの権限を確かめてください。',
  noSite: (folder: string) =>
    `サイトのフォルダー「${folder}」がありません。先に npm run build を実行するか、--site を書き直してください。`,
  nothingToBuild: (folder: string) =>
    `「${folder}」に content フォルダーがないため、サイトを組み立てられません。--repository に、取り出してある（bareでない）クローンを指定してください。`,
  badSwitch: (name: string, text: string) =>
    `環境変数 ${name} の「${text}」は使えません。on か off を指定してください。`,
  nothingThere: 'このアドレスには何もありません。',
  onlyHere:
    'いまはこのパソコンの中からだけ開けます。庁内のほかのパソコンから使うには、docs/server.md を見て CMS_ADDRESS と CMS_LISTEN_HOST を設定してください。',
  ready: (address: string) => `編集サーバーを起動しました: ${address}\n終了するには Ctrl+C を押してください。`,
  askPassword: 'パスワード（12文字以上）: ',
  askAgain: 'もう一度: ',
  shortPassword: 'パスワードは12文字以上にしてください。',
  differentPasswords: '二つのパスワードが違います。もう一度実行してください。',
  badUser: (key: string) => `「${key}」の指定が正しくありません。${hints[key] ?? ''}\n\n${cmsServerWords.usage}`,
  userSaved: (login: string) => `「${login}」を登録しました。`,
  userRemoved: (login: string) => `「${login}」を外しました。いま開いている編集画面も使えなくなります。`,
  noUser: (login: string) => `「${login}」は登録されていません。`,
} as const;

const hints: Record<string, string> = {
  repository: 'Gitで管理しているフォルダーを書きます。',
  branch: '編集するブランチの名前を書きます。例: main',
  base: '前後に「/」を付けます。例: /kenjinkai/',
  site: '組み立て済みサイトのフォルダーを書きます。例: dist',
  address: 'ブラウザーで開くアドレスを書きます。ログインを使うときは必ず要ります。例: https://kenjinkai.example.lg.jp',
  'listen.host': '例: 127.0.0.1',
  'listen.port': '1から65535の数字を書きます。',
  'tls.certificate': '証明書（certificate）と秘密鍵（key）は、両方書くか、両方書かないかのどちらかです。',
  'tls.key': '証明書（certificate）と秘密鍵（key）は、両方書くか、両方書かないかのどちらかです。',
  otherHosts: 'ホストの名前を並べます。例: [kb-internal.example.lg.jp]',
  trustedProxies:
    '中継サーバーのアドレスか範囲を並べます。例: [127.0.0.1, 10.0.0.0/24]。access.mode が loopback のときは使えません。',
  secondPerson: '県人会のIDを並べます。例: [gifu, aichi]',
  mediaFolder: 'public/ の下のフォルダーを書きます。例: public/images',
  access: 'mode は loopback、accounts、proxy のどれかです。',
  'access.mode': 'loopback、accounts、proxy のどれかです。',
  'access.idleMinutes': '1以上の分の数を書きます。例: 120',
  'access.longestHours': '1以上の時間の数を書きます。例: 12',
  'access.userHeader': 'だれがログインしたかを中継サーバーが書くヘッダーを、小文字で書きます。例: x-remote-user',
  'access.file': 'アカウントのファイルの場所を書きます。',
  'access.secret': 'secretHeader と secret（32文字以上）は、両方書くか、両方書かないかのどちらかです。',
  'access.trustedAddresses':
    '中継サーバーのアドレスを並べるか、secretHeader と secret を設定してください。例: [10.0.0.5]',
  login: '半角の小文字の英数字と「.」「-」「_」で、32文字までです。',
  name: '一行で60文字までです。',
  mail: 'メールアドレスの形で書きます。',
  role: 'contributor（下書きまで）、editor（担当の県人会で公開）、administrator（すべて）のどれかです。',
  groups: 'editor には担当の県人会のIDを一つ以上書きます。例: gifu,aichi',
};
