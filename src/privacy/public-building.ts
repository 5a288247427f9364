/**
 * Whether the address between two places of a text is that of a public building that is named right before or behind it
 * （市役所（司町40-1）、司町40-1にある市役所）. Where somebody lives there it is not.
 */
export function isOfPublicBuilding(prose: string, start: number, end: number): boolean {
  const behind = prose.slice(end, end + 30);
  if (dwelling.test(behind)) return false;
  return namedBefore.test(prose.slice(Math.max(0, start - 30), start)) || namedBehind.test(behind);
}

/** Words that say that somebody lives at the address before them. */
export const dwelling =
  /^(?:番地?|号)?\s?(?:(?:に|へ)?(?:在住|住[んむみま所]|居住|お?住まい|転居|転入|引っ?越)|宅|の(?:自宅|実家|空き家|家|アパート|マンション|借家))/;

const building = [
  '(?:役所|役場|[都道府県]庁|本庁|庁舎|支所|出張所|事務所|公民館|会館|交流館|市民館|文化館|図書館|体育館|博物館|美術館|資料館|記念館|児童館|ホール|センター|プラザ|ドーム',
  '|競技場|学校|高校|大学|幼稚園|保育[園所]|こども園|病院|診療所|保健所|消防[署本部]{1,2}|警察署|交番|郵便局|税務署|法務局|裁判所|協議会|公園|駅)',
].join('');
const namedBefore = new RegExp(
  String.raw`${building}[」)]?(?:の?(?:所在地|住所|場所|位置))?\s?(?:は|が|も|:|、|[(「])?\s?(?:〒\s?\d{3}-?\d{4}\s?)?$`,
);
const namedBehind = new RegExp(
  [
    String.raw`^\s?[)(「、]?\s?(?:にある|に所在する|の)?(?:[\p{sc=Han}ヶ]{1,6}[都道府県市区町村]\s?)?[\p{sc=Han}\p{sc=Katakana}ーヶ]{0,8}?`,
    String.raw`${building}`,
  ].join(''),
  'u',
);
