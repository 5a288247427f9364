/** Words that さん, 様 and titles follow without anybody being named. */
const roles: ReadonlySet<string> = new Set(
  `
皆 客 奥 娘 嫁 婿 孫 姉 兄 弟 妹 母 父 親 子 爺 婆 坊 隣 神 王 殿 仏 何 誰 某 各 両 同 諸 貴 彼 仕 多 一 異 模 有 今 左 上 外 内 別 赤 花 主 敬 人 巫 鬼 雪 虫 猫 犬 熊 鳥 月 日 星
皆々 奥方 若奥 大家 家主 大工 芸人 旦那 若旦那 双子 三つ子 新人 先輩 後輩 同僚 同期 上司 部下 友人 知人 隣人 本人 御本人 当人 相手 先方 親御 夫婦 御夫婦 夫妻 愁傷 苦労 馳走 世話 秘書
警察 消防 役場 役所 県庁 地元 県外 市外 町内 他県 他市 他所 農協 漁協 親子 大人 子供 子ども 弟子 師匠 監督 棟梁 女将 大将 板前 司会 講師 通訳 幹事 世話役 舞妓 芸妓 芸者 力士
郵便 宅配 運送 引越 建設 設計 設備 印刷 福祉 財政 総務 企画 人事 情報 広報 防災 税務 経理 契約 管財 用地 土木 農政 商工 観光 教委 議会 監査 選管 水道 環境 健康 住基 戸籍 年金 国保 介護
正規 非正規 会計年度 再任用 臨時 嘱託 派遣 委託 常勤 非常勤 育休 産休 時短 若手 中堅 ベテラン 現場 窓口 受付 会場 本庁 支所 出先 庁内 庁外 全庁 原課 主管 所管 他課 他部
直属 前任 後任 担当 主担当 副担当 当番 宿直 日直 非番 近隣 近所 御近所 全員 一同 各位 来賓 主賓 常連 新規 初心 初任 転入 転出 独身 既婚 妊娠 産前 産後 長男 次男 長女 次女 男性 女性
妖精 王子 王女 姫 地蔵 大仏 観音 稲荷 八幡 天神 恵比寿 大黒 布袋 氏神 明神 権現 太陽 人形 仁王 風神 雷神 狛犬 案山子 月世界
`
    .trim()
    .split(/\s+/),
);

/** Last characters of words for people by their work or state, for bodies and for places. */
const roleEndings =
  /[者員民客生業社会署庁所課部係局室班店屋院校園館市町村県区府都道郡士師手長方体団組合徒童児婦性主族輩僚司職役官隊軍党派寺宮堂国省連協行庫様氏側級層世代線的型用式前後中内外上下研編悲陰飛]$/u;

/** Katakana words for roles; those that end in ー (ヘルパー, メーカー) are taken as a whole. */
const katakanaRoles =
  /(?:ー|パート|アルバイト|バイト|ボランティア|スタッフ|ママ|パパ|ケアマネ?|ヘルプ|コンサル|ゼネコン|システム|テナント|ゲスト|クライアント|ベテラン|プロ|サンタ|ナース|マスコミ|コンビニ|ホテル|クリニック|サービス|チーム|グループ|アシスタント|シェフ|ガイド|キャラ|マスコット|アーティスト|アナ|シニア|ジュニア|シングル|ワン|ニャン|ネコ|オ[バジ]|ミナ|ドコモ|ヤフ|グーグル|アマゾン|マイクロソフト|ヤマト|サガワ|ゼンリン|リコ|キヤノン|コニカ|パナソニック|デジタル|ビル|マンション|スタジオ|アイドル|ファン|ライタ|エンジニア|プレゼン|コア|オンライン|ユーザ|メーカ|ベンダ|サーバ|テレビ|ラジオ|タクシ|バス|トラック)$/u;

/** Whether a word before さん or a title stands for a role, a body or nobody in particular. */
export function isRole(word: string): boolean {
  return roles.has(word) || roleEndings.test(word) || /[〇○々某]/u.test(word);
}

export function isKatakanaRole(word: string): boolean {
  return katakanaRoles.test(word);
}

/** Characters that end the name of a place or a body, so that a family name before or after them is judged anew. */
export const bodyEnding = /[課係室部局市町村県区府都党班署所庁省院校園館社会店]/u;

/** Titles that a name stands before. They end where they end: 医師会 and 委員会 are bodies. */
export const titles = [
  '課長補佐|課長代理|課長|係長|室長|部長|次長|局長|所長|班長|館長|園長|校長|教頭|会長|社長|店長|院長|学長|塾長|センター長',
  '主査|主任|主幹|主事|主席|参事|技師|技監|書記|理事(?![会長])|専門員|相談員|支援員|指導員|調査員|専門官|企画官|調整官|補佐官|補佐',
  '議員(?!定数|報酬|団|提案)|教授(?!会)|助教|医師(?!会)|歯科医師(?!会)|保健師|看護師|助産師|薬剤師|栄養士|保育士|社会福祉士|弁護士(?!会)',
  '司法書士(?!会)|行政書士(?!会)|税理士(?!会)|民生委員|児童委員|委員(?!会|長会)|巡査|警部|先輩|後輩|女史|夫妻|ご夫妻|リーダー|マネージャー|チーフ|代表(?![者的値電取例作権])',
].join('|');

/** Words between a name and a title: 田中前課長, 田中総務課長. */
export const beforeTitle = new RegExp(
  [
    String.raw`(?:前|元|副|新|旧|現|故|総括|統括|首席|主席|上席|筆頭|専門|自治|町内|総務|財政|企画|人事|情報|広報|防災|福祉|税務|契約|管財|土木|農政|商工|観光|教育|監査|水道`,
    String.raw`|環境|健康|戸籍|年金|国保|介護|市民|住民|建設|都市|政策|経営|秘書|行政|会計|子育て|保健|危機管理|産業|農林|道路|河川|建築|住宅|収納|納税|課税|選挙|文化|国際|地域|施設`,
    String.raw`|計画|整備|支援|推進|事務){1,2}$`,
  ].join(''),
  'u',
);
