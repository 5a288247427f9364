/**
 * Closed lists of values with the Japanese words that people read: one table for the schema, the CMS, the filters and
 * the pages.
 */

export const organisationKinds = {
  prefecture: '都道府県',
  'designated-city': '政令指定都市',
  city: '市',
  'special-ward': '特別区',
  town: '町',
  village: '村',
  union: '一部事務組合・広域連合',
  other: 'その他の団体',
  unknown: '団体の種類は不明',
} as const;

/** Lower bounds in inhabitants; the order is from small to large. */
export const populationBands = {
  'under-10k': '人口1万人未満',
  'from-10k': '人口1万人以上5万人未満',
  'from-50k': '人口5万人以上10万人未満',
  'from-100k': '人口10万人以上30万人未満',
  'from-300k': '人口30万人以上50万人未満',
  'from-500k': '人口50万人以上',
  unknown: '人口規模は不明',
} as const;

/** The same in a few letters, beside the kind of a body: 市5〜10万. */
export const shortPopulationBands: Readonly<Record<Exclude<keyof typeof populationBands, 'unknown'>, string>> = {
  'under-10k': '1万未満',
  'from-10k': '1〜5万',
  'from-50k': '5〜10万',
  'from-100k': '10〜30万',
  'from-300k': '30〜50万',
  'from-500k': '50万以上',
};

export const statuses = {
  current: '有効',
  'needs-review': '要確認',
  outdated: '古い情報',
  withdrawn: '取り下げ',
} as const;

export const audiences = {
  public: '公開',
  members: '会員限定',
} as const;

export const provenances = {
  chat: '県人会の投稿',
  article: '記事・公表資料',
  sample: '作例',
} as const;

export const timings = {
  yearly: '毎年この月',
  anytime: '随時',
} as const;

export const synonymStrengths = {
  same: '同じ意味',
  near: '近い意味',
  related: '関連する言葉',
} as const;

export const eventKinds = {
  exchange: '交流会',
  'study-tour': 'スタディツアー',
  online: 'オンライン',
} as const;

export const prideKinds = {
  food: '食',
  sight: '名所',
  craft: '工芸',
  festival: '祭り',
  nature: '自然',
  character: 'キャラクター',
} as const;

export const regions = {
  hokkaido: '北海道',
  tohoku: '東北',
  kanto: '関東',
  chubu: '中部',
  kinki: '近畿',
  chugoku: '中国',
  shikoku: '四国',
  kyushu: '九州・沖縄',
} as const;

/** Keys of a table above as the non-empty tuple that `z.enum` wants. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, string>>): [Key, ...Key[]] {
  return Object.keys(table) as [Key, ...Key[]];
}

/**
 * Whether a table has a key of its own: `in` and `[ ]` alone also find what every object inherits, such as
 * `constructor`.
 */
export function isKeyOf<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.hasOwn(table, key);
}

export type OrganisationKind = keyof typeof organisationKinds;
export type PopulationBand = keyof typeof populationBands;
export type Status = keyof typeof statuses;
export type Audience = keyof typeof audiences;
export type Provenance = keyof typeof provenances;
export type Timing = keyof typeof timings;
export type SynonymStrength = keyof typeof synonymStrengths;
export type EventKind = keyof typeof eventKinds;
export type PrideKind = keyof typeof prideKinds;
export type Region = keyof typeof regions;
