import type { Certainty, Detection } from './finding.ts';

/**
 * Addresses down to the house number (番地). A town or a 丁目 alone is no private matter; an article of a law (第3条第2項), a
 * counter (3番窓口) and a line (2号線) are no house numbers. `prose` is folded text.
 */
export function findAddresses(prose: string): Detection[] {
  return [...findHouseNumbers(prose), ...findPostalCodes(prose)];
}

/** Numbers first, then the place before them: numbers are rare, place names are not. */
function findHouseNumbers(prose: string): Detection[] {
  const detections: Detection[] = [];
  for (const match of prose.matchAll(houseNumber)) {
    const before = prose.slice(Math.max(0, match.index - 40), match.index);
    const place = placeBefore.exec(before);
    const certainty = judge(match.groups ?? {}, place?.groups?.['town']);
    const named = place?.[0].replace(heading, '') ?? '';
    if (certainty) detections.push({ kind: 'address', start: match.index - named.length, end: match.index + match[0].length, certainty });
  }
  return detections;
}

const number = '[0-9〇一二三四五六七八九十百]{1,5}';
/** Words after a number that make it a count, a line, a hall or a class. */
const counter = '[年月日時分秒人名件回歳割%円m週級階個台枚組泊世学類型期次部章節条項点位倍箇かヶカヵ線館室様機]|k[mg]|キロ|メートル|ページ|番目|号[車線館機室様議棟]|頁|対';
const notCounted = `(?![-\\d.]|${counter})`;
/** A day such as 2026-11-20, or a span of years. */
const notYear = String.raw`(?<![\d.\-/])(?!(?:19|20)\d\d-)`;
const full = [
  `${number}丁目\\s?${number}(?:番地?|-|の)(?:の?\\s?${number})?号?`,
  `${number}丁目\\s?[0-9]{1,5}${notCounted}`,
  `${number}番地(?!目)(?:の?${number})?`,
  `${number}番\\s?${number}号`,
].join('|');
const houseNumber = new RegExp(`(?<full>(?<![第0-9])(?:${full})(?![車線館機室様議棟])(?!番目))|(?<triple>${notYear}\\d{1,4}-\\d{1,4}-\\d{1,4}${notCounted})|(?<pair>${notYear}\\d{1,5}-\\d{1,4}${notCounted})`, 'gu');

const letters = String.raw`[\p{sc=Han}\p{sc=Katakana}ーヶヵ々]`;
const anyLetters = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ーヶヵ々]`;
const prefecture = String.raw`(?:北海道|東京都|京都府|大阪府|神奈川県|和歌山県|鹿児島県|\p{sc=Han}{2}県)`;
/** Names of municipalities in hiragana (さいたま市, つくば市) are met by their last letter alone. */
const municipality = `(?:${prefecture}\\s?(?:${anyLetters}{1,7}?[市区町村郡]\\s?){0,3}|(?:${letters}{1,6}|(?<=[ぁ-ん]))[市区町村郡](?:${letters}{1,6}[区町村])?\\s?)`;
const town = `(?:${letters}|[のが之](?=${letters})){0,14}\\s?`;
/** Runs into the name of the place where no sign stands between them. */
const heading = /^(?:住所|所在地|自宅|送付先)/;
const placeBefore = new RegExp(`${municipality}(?<town>${town})$`, 'u');

/** `town` is what stands between the municipality and the numbers, undefined where there is no municipality. Two numbers alone may be a span. */
function judge({ full: whole, triple }: Record<string, string | undefined>, town: string | undefined): Certainty | undefined {
  if (whole !== undefined) return town === undefined ? 'likely' : 'certain';
  if (triple !== undefined) return town === undefined ? undefined : 'certain';
  return town === undefined || town.trim() === '' ? undefined : 'likely';
}

/** Only with its mark: seven digits with a hyphen may be anything. */
function findPostalCodes(prose: string): Detection[] {
  return [...prose.matchAll(/(?:〒|郵便番号\s?[は:]?)\s?\d{3}-?\d{4}(?!\d)/g)].map((match) => ({
    kind: 'postal-code',
    start: match.index,
    end: match.index + match[0].length,
    certainty: 'likely',
  }));
}
