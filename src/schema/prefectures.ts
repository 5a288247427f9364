/**
 * The 47 prefectures in the order of JIS X 0401, with their reading and the romanised id that names their group
 * everywhere.
 */
export const prefectures = [
  { code: '01', id: 'hokkaido', name: '北海道', kana: 'ほっかいどう' },
  { code: '02', id: 'aomori', name: '青森県', kana: 'あおもりけん' },
  { code: '03', id: 'iwate', name: '岩手県', kana: 'いわてけん' },
  { code: '04', id: 'miyagi', name: '宮城県', kana: 'みやぎけん' },
  { code: '05', id: 'akita', name: '秋田県', kana: 'あきたけん' },
  { code: '06', id: 'yamagata', name: '山形県', kana: 'やまがたけん' },
  { code: '07', id: 'fukushima', name: '福島県', kana: 'ふくしまけん' },
  { code: '08', id: 'ibaraki', name: '茨城県', kana: 'いばらきけん' },
  { code: '09', id: 'tochigi', name: '栃木県', kana: 'とちぎけん' },
  { code: '10', id: 'gunma', name: '群馬県', kana: 'ぐんまけん' },
  { code: '11', id: 'saitama', name: '埼玉県', kana: 'さいたまけん' },
  { code: '12', id: 'chiba', name: '千葉県', kana: 'ちばけん' },
  { code: '13', id: 'tokyo', name: '東京都', kana: 'とうきょうと' },
  { code: '14', id: 'kanagawa', name: '神奈川県', kana: 'かながわけん' },
  { code: '15', id: 'niigata', name: '新潟県', kana: 'にいがたけん' },
  { code: '16', id: 'toyama', name: '富山県', kana: 'とやまけん' },
  { code: '17', id: 'ishikawa', name: '石川県', kana: 'いしかわけん' },
  { code: '18', id: 'fukui', name: '福井県', kana: 'ふくいけん' },
  { code: '19', id: 'yamanashi', name: '山梨県', kana: 'やまなしけん' },
  { code: '20', id: 'nagano', name: '長野県', kana: 'ながのけん' },
  { code: '21', id: 'gifu', name: '岐阜県', kana: 'ぎふけん' },
  { code: '22', id: 'shizuoka', name: '静岡県', kana: 'しずおかけん' },
  { code: '23', id: 'aichi', name: '愛知県', kana: 'あいちけん' },
  { code: '24', id: 'mie', name: '三重県', kana: 'みえけん' },
  { code: '25', id: 'shiga', name: '滋賀県', kana: 'しがけん' },
  { code: '26', id: 'kyoto', name: '京都府', kana: 'きょうとふ' },
  { code: '27', id: 'osaka', name: '大阪府', kana: 'おおさかふ' },
  { code: '28', id: 'hyogo', name: '兵庫県', kana: 'ひょうごけん' },
  { code: '29', id: 'nara', name: '奈良県', kana: 'ならけん' },
  { code: '30', id: 'wakayama', name: '和歌山県', kana: 'わかやまけん' },
  { code: '31', id: 'tottori', name: '鳥取県', kana: 'とっとりけん' },
  { code: '32', id: 'shimane', name: '島根県', kana: 'しまねけん' },
  { code: '33', id: 'okayama', name: '岡山県', kana: 'おかやまけん' },
  { code: '34', id: 'hiroshima', name: '広島県', kana: 'ひろしまけん' },
  { code: '35', id: 'yamaguchi', name: '山口県', kana: 'やまぐちけん' },
  { code: '36', id: 'tokushima', name: '徳島県', kana: 'とくしまけん' },
  { code: '37', id: 'kagawa', name: '香川県', kana: 'かがわけん' },
  { code: '38', id: 'ehime', name: '愛媛県', kana: 'えひめけん' },
  { code: '39', id: 'kochi', name: '高知県', kana: 'こうちけん' },
  { code: '40', id: 'fukuoka', name: '福岡県', kana: 'ふくおかけん' },
  { code: '41', id: 'saga', name: '佐賀県', kana: 'さがけん' },
  { code: '42', id: 'nagasaki', name: '長崎県', kana: 'ながさきけん' },
  { code: '43', id: 'kumamoto', name: '熊本県', kana: 'くまもとけん' },
  { code: '44', id: 'oita', name: '大分県', kana: 'おおいたけん' },
  { code: '45', id: 'miyazaki', name: '宮崎県', kana: 'みやざきけん' },
  { code: '46', id: 'kagoshima', name: '鹿児島県', kana: 'かごしまけん' },
  { code: '47', id: 'okinawa', name: '沖縄県', kana: 'おきなわけん' },
] as const;

export const prefectureIds = prefectures.map((prefecture) => prefecture.id) as [PrefectureId, ...PrefectureId[]];

export const prefectureNames = Object.fromEntries(prefectures.map(({ id, name }) => [id, name])) as Record<
  PrefectureId,
  string
>;

export type PrefectureId = (typeof prefectures)[number]['id'];
