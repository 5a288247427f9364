import { floorInWords } from './browser-floor.ts';

/** Words of the site's frame and pages. What one page alone says may stand in that page. */
export const siteWords = {
  name: '県人会ナレッジ',
  tagline: '聞いた答えが、次の誰かに届く。',
  description: '47都道府県人会の質問と回答を、作例とともに検索できるかたちで残す公務員のためのナレッジベースです。',
  whatThisIs: '47の都道府県人会の質問と回答を、公務員がことばで探せるサイトです。',
  skipToContent: '本文へ移動',
  searchLabel: '質問や言葉で探す',
  searchPlaceholder: '例：庁舎の引越し 業者 時期',
  searchButton: '検索',
  searchOffline: 'いまは通信できないため、検索できません。',
  searchTooOld: `お使いのブラウザーは古いため、検索が動きません。${floorInWords}で開いてください。話題や県人会の一覧からは探せます。`,
  searchMissing:
    '検索のプログラムを読み込めませんでした。通信の状態を確かめて、ページを読み込み直してください。話題や県人会の一覧からは探せます。',
  deskTooOld: `お使いのブラウザーは古いため、編集室が動きません。${floorInWords}で開いてください。`,
  deskMissing: '編集室のプログラムを読み込めませんでした。通信の状態を確かめて、ページを読み込み直してください。',
  searchHint: '文章のままでも、言葉を並べても探せます。',
  noScript: '検索には JavaScript が必要です。使えない環境では、話題や県人会の一覧から探せます。',
  navigation: '主なページ',
  footerNavigation: 'サイトについて',
  breadcrumbs: 'パンくずリスト',
  home: 'ホーム',
  topics: '話題',
  groups: '県人会',
  months: '月別',
  yearBand: '話題と月の表',
  yearBandExplained: '数は質問の件数です。濃い色ほど多いことを表します。',
  events: '催し',
  pride: 'まち自慢',
  aboutSite: 'サイトの案内',
  sample: '作例',
  needsReview: '見直し期限を過ぎているか、確認が必要です。使う前に確かめてください。',
  outdated: '当時の制度や状況にもとづく古い情報です。考え方の参考としてお読みください。',
  sampleExplained: '実務の一般的な知識から編集部が書いた例です。実在の団体や個人の発言ではありません。',
  answeredBy: '回答者',
  summary: '一言回答',
  asked: '質問日',
  reviewBy: '見直し期限',
  lastModified: '更新日',
  answers: '回答',
  writeUp: 'くわしく',
  grounds: '根拠と決裁',
  sources: '出典',
  aside: 'この回答の目次と共有',
  toChecklist: (count: number) => (count > 1 ? `チェックリストへ（${count}つ）` : 'チェックリストへ'),
  related: '関連する質問',
  tableOfContents: '目次',
  externalLicence: 'このサイトの文章は CC BY 4.0 で利用できます。',
} as const;

/** Who runs the site, from the settings of the build; where one is missing, the page says which to set. */
export const operationWords = {
  heading: '運営と連絡先',
  operator: '運営者',
  contact: '県人会の外からの連絡先',
  cityHall: 'オンライン市役所',
  openCityHall: 'オンライン市役所のサイトを開く',
  unset: (setting: string) => `未設定（設定 ${setting}）`,
} as const;

/** Pages that list others, as their titles and descriptions say it. */
export const listPages = {
  groups: { title: '県人会の一覧', description: '47の都道府県人会から質問と回答をさがします。' },
  topics: { title: '話題の一覧', description: '仕事の話題から質問と回答をさがします。' },
  fresh: {
    title: '新しい質問と回答',
    description: '県人会の投稿、記事から作ったもの、作例のすべてを、新しいものから順に並べています。',
  },
  months: { title: '月別の仕事', description: 'その月によく出る質問と回答を、年度の順に並べました。' },
  month: (name: string) => ({ title: `${name}の仕事`, description: `毎年${name}によく出る質問と回答。` }),
  monthTopic: (name: string, topic: string) => ({
    title: `${name}の仕事：${topic}`,
    description: `毎年${name}によく出る、話題「${topic}」の質問と回答。`,
  }),
  events: { title: '催し', description: '県人会の交流会、スタディツアー、オンラインの集まり。' },
  pastEvents: 'これまでの催し',
  pride: { title: 'まち自慢', description: '食、名所、祭り。それぞれのまちの自慢を集めました。' },
  data: { title: 'データ', description: '県人会ナレッジの質問と回答を、CSV・JSON・フィードで利用する方法。' },
  search: { title: '検索', description: '県人会の質問と回答を、言葉や文章で検索します。' },
} as const;

/** Words of the page of まち自慢. */
export const prideWords = {
  kind: '種類',
  region: '地方',
  all: 'すべて',
  none: 'この組み合わせのまち自慢は、まだありません。',
} as const;

/** Where somebody goes first who comes for the first time. */
export const firstLinks = [
  ['how-to-search', 'はじめての方'],
  ['about', '運営と由来'],
  ['joining', '参加のしかた'],
] as const;

/** What the foot of each page calls the pages about the site, in its order. */
export const footerPages = [
  ['about', 'このサイトについて'],
  ['joining', '参加のしかた'],
  ['how-to-search', '検索のコツ'],
  ['how-to-write', '書き方'],
  ['editorial-policy', '編集方針'],
  ['privacy', 'プライバシー'],
  ['accessibility', 'アクセシビリティ方針'],
  ['accessibility-report', 'アクセシビリティ確認結果'],
  ['terms', '利用条件'],
  ['offline', '閉域ネットワークでの使い方'],
] as const;

export const monthNames = [
  '1月',
  '2月',
  '3月',
  '4月',
  '5月',
  '6月',
  '7月',
  '8月',
  '9月',
  '10月',
  '11月',
  '12月',
] as const;
