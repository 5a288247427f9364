import type { Certainty, Detection } from './finding.ts';
import { findMatches, type GuardedPattern } from './guarded-pattern.ts';
import { dwelling, isOfPublicBuilding } from './public-building.ts';

/**
 * Addresses down to the house number (番地). A town or a 丁目 alone is no private matter; an article of a law (第3条第2項), a
 * counter (3番窓口) and a line (2号線) are no house numbers. `prose` is folded text.
 */
export function findAddresses(prose: string): Detection[] {
  const houses = [...findHouseNumbers(prose), ...findDoubtful(prose)].filter(
    ({ start, end }) => !isForm.test(prose.slice(start, end)) && !isOfPublicBuilding(prose, start, end),
  );
  return [...houses, ...findPostalCodes(prose)];
}

/** 〇丁目〇番〇号 shows how to write one; 一丁目一番地 alone is what comes first. */
const isForm = /^[^0-9一二三四五六七八九十百]+$|^一丁目一番地$/;

/** Numbers first, then the place before them: numbers are rare, place names are not. */
function findHouseNumbers(prose: string): Detection[] {
  const detections: Detection[] = [];
  for (const match of prose.matchAll(hasWords.test(prose) ? houseNumber : houseNumberInDigits)) {
    const before = prose.slice(Math.max(0, match.index - 48), match.index);
    const place = placeBefore.exec(before);
    const certainty = judge(match.groups ?? {}, place?.groups?.['town']);
    const named = place?.[0].replace(heading, '') ?? '';
    if (certainty)
      detections.push({
        kind: 'address',
        start: match.index - named.length,
        end: match.index + match[0].length,
        certainty,
      });
  }
  return detections;
}

const number = '[0-9〇一二三四五六七八九十百]{1,5}';
/** Words after a number that make it a count, a line, a hall or a class. */
const counter =
  '[年月日時分秒人名件回歳割%円m週級階個台枚組泊世学類型期次部章節条項点位倍箇かヶカヵ線館室様機]|k[mg]|キロ|メートル|ページ|番目|号[車線館機室様議棟]|頁|対';
const notCounted = `(?![-\\d.]|${counter})`;
/** A day such as 2026-11-20, or a span of years. */
const notYear = String.raw`(?<![\d.\-/])(?!(?:19|20)\d\d-)`;
const full = [
  `${number}丁目\\s?${number}(?:番地?|-|の)(?:の?\\s?${number})?号?`,
  `${number}丁目\\s?[0-9]{1,5}${notCounted}`,
  `${number}番地(?![目方])(?:の?${number})?`,
  `${number}番\\s?${number}号`,
].join('|');
const inDigits = [
  `(?<triple>${notYear}\\d{1,4}-\\d{1,4}-\\d{1,4}${notCounted})`,
  `(?<pair>${notYear}\\d{1,5}-\\d{1,4}${notCounted})`,
].join('|');
const houseNumber = new RegExp(`(?<full>(?<![第0-9])(?:${full})(?![車線館機室様議棟])(?!番目))|${inDigits}`, 'gu');
/** The same for the many texts that have no word of an address beside their numbers, in a fifth of the time. */
const houseNumberInDigits = new RegExp(`(?=\\d)(?:${inDigits})`, 'g');
const hasWords = new RegExp(`丁目|番地|番\\s?${number}号`);

const letters = String.raw`[\p{sc=Han}\p{sc=Katakana}ーヶヵ々]`;
const anyLetters = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ーヶヵ々]`;
const prefecture = String.raw`(?:北海道|東京都|京都府|大阪府|神奈川県|和歌山県|鹿児島県|\p{sc=Han}{2}県)`;
/** Names of municipalities in hiragana (さいたま市, つくば市) are met by their last letter alone. */
const municipality = `(?:${prefecture}\\s?(?:${anyLetters}{1,7}?[市区町村郡]\\s?){0,3}|(?:${letters}{1,6}|(?<=[ぁ-ん]))[市区町村郡](?:${letters}{1,6}[区町村])?\\s?)`;
/** In Kyoto the way from the crossing (上る, 東入る) is a part of it. */
const town = `(?:${letters}|[のが之](?=${letters})|(?<=[上下])る|(?<=入)る){0,24}\\s?`;
/** Runs into the name of the place where no sign stands between them. */
const heading = /^(?:住所|所在地|自宅|送付先)/;
const placeBefore = new RegExp(`${municipality}(?<town>${town})$`, 'u');

/**
 * `town` is what stands between the municipality and the numbers, undefined where there is no municipality. Two
 * numbers alone may be a span.
 */
function judge(
  { full: whole, triple }: Record<string, string | undefined>,
  town: string | undefined,
): Certainty | undefined {
  if (whole !== undefined) return town === undefined ? 'likely' : 'certain';
  if (triple !== undefined) return town === undefined ? undefined : 'certain';
  return town === undefined || town.trim() === '' ? undefined : 'likely';
}

/** Numbers without a municipality, told by how the town is called or by who lives there. */
function findDoubtful(prose: string): Detection[] {
  return doubtful
    .flatMap((pattern) => findMatches(prose, pattern))
    .map((match) => ({
      kind: 'address',
      start: match.index,
      end: match.index + match[0].length,
      certainty: 'likely',
    }));
}

const digits = String.raw`\d{1,5}(?:-\d{1,4}){0,3}`;
const uncounted = String.raw`(?![-\d.,~〜番号]|\s?(?:${counter}|[つかヵ校区市町村丁号番]))`;
/** Last characters of towns that other words with numbers (様式, 施策, 図) do not end with. */
const townEnding = '(?:[町央通台丘里田野原川島崎橋沢谷浜井池坂塚寺宮岡東西南北栄旭緑桜新]|(?<![資基見台])本)';
const addressLabel = '住所|自宅|実家|転[居入出]先|引っ?越し?先|住まい|居所|居住地|送り先|送付先|届け先|本籍';
const homeName = 'アパート|マンション|コーポ|ハイツ|メゾン|レジデンス|ハイム|パレス|団地';
/** What `dwelling` looks for at the beginning of a text. */
const whoLives = dwelling.source.replace(/^\^/, '');
const doubtful: GuardedPattern[] = [
  // 北1条西2丁目: the streets of Sapporo and Obihiro, where the block says nearly all.
  guarded(
    /条\s?[東西南北]/,
    String.raw`[東西南北]\s?${number}条\s?[東西南北]\s?${number}`,
    String.raw`(?:丁目(?:\s?\d{1,3}(?:番地?|号|-\d{1,3}){0,3})?|-\d{1,3})(?!年)`,
  ),
  // 花岡町2-18, 緑ヶ丘3-2
  guarded(/[町丘]\d{1,4}-/, String.raw`[\p{sc=Han}ヶが]{1,6}[町丘]\d{1,4}-\d{1,4}${uncounted}(?![ぁ-ん]{0,2}[町村])`),
  // 本郷3-5-1
  guarded(
    new RegExp(String.raw`${townEnding}\d{1,2}-\d{1,3}-`),
    String.raw`(?<![\d第])[\p{sc=Han}ヶが]{1,6}${townEnding}(?<!以[上下]|途中)\d{1,2}-\d{1,3}-\d{1,4}${uncounted}`,
  ),
  // 岐阜市花岡町218, 大字中野123
  guarded(
    /(?:[町丘台]|新田)\d|大字/,
    String.raw`(?:[\p{sc=Han}]{1,6}[市区郡][\p{sc=Han}ヶの]{1,8}(?:町|丘|台|新田)|大字[\p{sc=Han}ヶの]{1,8})\d{1,5}${uncounted}`,
    String.raw`(?=[\s。、,.)」|にのでへ]|から|まで|在住|$)`,
  ),
  // 郡上市八幡町島谷228, 寺町通御池上る上本能寺前町488, where nothing else stands in the line
  guarded(
    /[市区郡町][^\d\s]{2,40}\d\d/,
    String.raw`(?<=^|[\s:「(|])[\p{sc=Han}ヶの]{1,8}[市区郡町](?:[\p{sc=Han}ヶの]|(?<=[上下])る|(?<=入)る){2,20}`,
    String.raw`(?<![数口額費集料計率号表式度令成和案例紙図編版型員])\d{2,5}${uncounted}(?=[。、」)|]|\s?$)`,
  ),
  // 自宅は中央3-5-7, 住所：本郷町12
  guarded(
    new RegExp(`(?:${addressLabel})\\D{1,31}\\d`),
    String.raw`(?<=(?:${addressLabel})(?:は|が|の|:|\s|「){0,3})`,
    String.raw`(?:[\p{sc=Han}\p{sc=Katakana}ーヶ]|[のが](?=\p{sc=Han})){1,14}${digits}${uncounted}`,
  ),
  guarded(
    new RegExp(String.raw`(?:${homeName}|荘)\D{0,17}\d`),
    String.raw`(?:${homeName}|[\p{sc=Han}]荘)[\p{L}ー]{0,8}\s?\d{1,4}(?:号室|(?=に(?:お?住|入居)))`,
  ),
  // 花岡218に住む
  guarded(new RegExp(`\\d${whoLives}`), String.raw`[\p{sc=Han}ヶの]{2,14}${digits}(?!\d)(?=${whoLives})`),
];

function guarded(needs: RegExp, ...parts: string[]): GuardedPattern {
  return { needs, pattern: new RegExp(parts.join(''), 'gmu') };
}

/** Only with its mark: seven digits with a hyphen may be anything. That of a public building is public. */
function findPostalCodes(prose: string): Detection[] {
  const codes = [...prose.matchAll(/(?:〒|郵便番号\s?[は:]?)\s?\d{3}-?\d{4}(?!\d)/g)].map((match) => ({
    kind: 'postal-code' as const,
    start: match.index,
    end: match.index + match[0].length,
    certainty: 'likely' as const,
  }));
  return codes.filter(({ start, end }) => {
    const address = addressBehind.exec(prose.slice(end, end + 60))?.[0] ?? '';
    return !isOfPublicBuilding(prose, start, end + address.length) && !isOfPublicBuilding(prose, start, end);
  });
}

const addressBehind = /^\s{0,2}[\p{sc=Han}\p{sc=Katakana}ーヶの]{1,24}[0-9丁目番地号-]{1,14}/u;
