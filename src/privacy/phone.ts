import type { Certainty, Detection } from './finding.ts';
import { findMatches, type GuardedPattern } from './guarded-pattern.ts';

/**
 * Japanese telephone numbers. `prose` is folded text without web addresses.
 *
 * Three-digit numbers for everybody (110, 119, 188 …) and `#7119` belong to nobody and pass. Freephone and Navi-Dial
 * numbers (0120, 0800, 0570, 0990) belong to organisations, and a bare run of ten digits may be any other code: both
 * are only `likely`.
 */
export function findPhoneNumbers(prose: string): Detection[] {
  return [...findWritten(prose), ...findLabelled(prose)];
}

const gap = String.raw`(?:\s?\\?[-.()/_・|]\s?|\)\s?-\s?|\s?-\s?\(|[ ]{1,2}|\s?の\s?){0,1}`;
const written = new RegExp(
  [
    String.raw`(?=[+0(])(?<![\d\u0000])(?<!\d[-./,:])`,
    String.raw`(?:(?<country>\+\s?81|(?<![\d.])0081|(?<![\d.])010-81)[- (]{0,2}(?:0?\)?)|(?<open>\()?0)`,
    String.raw`(?<area>\d{1,4})(?<a>${gap})(?<exchange>\d{1,4})(?<b>${gap})(?<subscriber>\d{3,4})(?!\d|[-.]\d|\u0000)`,
  ].join(''),
  'g',
);
const labelled: GuardedPattern = {
  needs: /\d\s?[-(]\s?\d{4}/,
  pattern: new RegExp(
    [
      '(?<label>(?:電話番号|電話|でんわ|携帯|ケータイ|スマホ|TEL|Tel|tel|PHONE|Phone|phone|FAX|Fax|fax',
      String.raw`|ファクシミリ|ファックス|ファクス|☎|☏|℡|📞|📱)(?:番号)?)(?<join>\s?[は:]?\s?[(]?)`,
      String.raw`(?<number>(?!(?:19|20)\d\d-(?:19|20)\d\d)\d{2,4}\s?[-(]\s?\d{4})(?![-\d])`,
    ].join(''),
    'gu',
  ),
};
const extension: GuardedPattern = {
  needs: /内線/,
  pattern: /(?<label>内線)(?:番号)?(?<join>\s?[は:]?\s?)(?<number>\d{3,5})(?![\d,]|[-.]\d|番台|台|本|人|件|円|枚)/gu,
};

function findWritten(prose: string): Detection[] {
  const detections: Detection[] = [];
  for (const match of prose.matchAll(written)) {
    const certainty = judge(match, prose);
    const isOutsideBracket = match.groups?.['open'] !== undefined && !match[0].includes(')');
    if (certainty)
      detections.push({
        kind: 'phone',
        start: match.index + (isOutsideBracket ? 1 : 0),
        end: match.index + match[0].length,
        certainty,
      });
  }
  return detections;
}

/** A number without its area code, or an extension, says too little by itself: the word before it decides. */
function findLabelled(prose: string): Detection[] {
  return [...findMatches(prose, labelled), ...findMatches(prose, extension)].map((match) => ({
    kind: 'phone',
    start: match.index + (match.groups?.['label']?.length ?? 0) + (match.groups?.['join']?.length ?? 0),
    end: match.index + match[0].length,
    certainty: 'likely',
  }));
}

function judge(match: RegExpExecArray, prose: string): Certainty | undefined {
  const { country, area = '', a = '', exchange = '', b = '', subscriber = '' } = match.groups ?? {};
  const before = prose.slice(Math.max(0, match.index - 16), match.index);
  if (isInsideCode(before) || isOtherNumber.test(before)) return undefined;
  const digits = `0${area}${exchange}${subscriber}`;
  if (placeholder.test(digits)) return undefined;
  const separated = a !== '' && b !== '';
  // Cells of a table may be three columns that have nothing to do with one another.
  if ((a + b).includes('|') && !(separated && areaCode.test(`0${area}`) && subscriber.length === 4)) return undefined;
  if (isOrganisationNumber(digits)) return 'likely';
  if (/^0[5-9]0\d{8}$/.test(digits)) return isMobileShape(area, a, exchange, b) ? 'certain' : undefined;
  if (!/^0[1-9]\d{8}$/.test(digits) || (b !== '' && subscriber.length !== 4)) return undefined;
  const isWhole = country !== undefined || (separated && areaCode.test(`0${area}`));
  return isWhole || hasLabel.test(before) ? 'certain' : 'likely';
}

/** Area codes have two digits in three places only, and five in the few that are listed (総務省, 市外局番の一覧). */
const areaCode =
  /^0(?:[346]|[1-9]\d{1,2}|1267|137[247]|139[278]|14(?:56|57|66)|15(?:47|58|64|86|87)|163[245]|16(?:48|54|55|56|58)|499[2468]|576[9]|5979|7468|838[78]|8396|8477|851[24]|9496|9802|991[23]|99(?:69))$/;
const hasLabel =
  /(?:電話|でんわ|携帯|ケータイ|スマホ|TEL|PHONE|FAX|ファクシミリ|ファックス|ファクス|☎|☏|℡|連絡先)(?:番号)?\s?[は:]?\s?[(]?$/i;
const isOtherNumber =
  /(?:ISBN|ISSN|JAN|法人番号|受付番号|整理番号|管理番号|文書番号|団体コード|自治体コード|口座番号|型番|品番|伝票番号|発注番号|No\.?|№)(?:-?1[03])?\s?[は:]?\s?$/i;

/** 03-0000-0000 and the like show a form to be filled in. */
const placeholder = /^0[1-9]\d{0,3}0{6,8}$/;

/** A letter just before makes it a code (`A03-…`), unless the letters say telephone or facsimile. */
function isInsideCode(before: string): boolean {
  const letters = /(?<![A-Za-z_])[A-Za-z_]+$/.exec(before)?.[0];
  return letters !== undefined && !/(?:tel|fax|phone|mobile)$|^[TtFfMm]$/i.test(letters);
}

function isOrganisationNumber(digits: string): boolean {
  return /^(?:0120\d{6}|0570\d{6}|0990\d{6}|0800\d{7})$/.test(digits);
}

/** `090-12345678` is a number; `080 2021` running on into other digits is not. */
function isMobileShape(area: string, a: string, exchange: string, b: string): boolean {
  if (a === '' && b === '') return true;
  return area.length === 2 || (area.length + exchange.length === 6 && b !== '');
}
