import type { Certainty, Detection } from './finding.ts';
import { findMatches, type GuardedPattern } from './guarded-pattern.ts';
import { findKanjiRuns, kanji, type KanjiRun } from './kanji-run.ts';
import { findNamesInLatin } from './name-in-latin.ts';
import { findNamesInTalk } from './name-in-talk.ts';
import { beforeTitle, bodyEnding, isKatakanaRole, isRole, titles } from './name-words.ts';
import { givenNames, isUnmistakable, placeSurnames, singleSurnames, surnameReadings, surnames } from './surnames.ts';
import { readWordBefore, type WordBefore } from './word-before.ts';
import { toHiragana } from '../text/kana.ts';

/**
 * Names of people: before さん, 様, 氏 and titles, behind words such as 氏名 and 担当, whole names of a common family and
 * given name, family names that are no place and no word, and those of who speaks in a chat. `prose` is folded text.
 *
 * A common family name makes it `certain`; an unknown word before さん is only `likely`, and before a title nothing at
 * all, since that is nearly always a department (財政課長).
 */
export function findNames(prose: string): Detection[] {
  const runs = findKanjiRuns(prose);
  return [
    ...findAddressed(prose),
    ...findLabelled(prose),
    ...findWholeNames(prose, runs),
    ...findMatches(prose, foreign).map(toDetection),
    ...findNamesInTalk(prose, runs),
    ...findNamesInLatin(prose),
  ];
}

const courtesies = [
  String.raw`さん(?!さん|[0-9])|サン(?![ァ-ヶー])|さま(?!ざま)|(?<![仕同多模一異有])様(?![々式子相態]|反応|の?症状|物質)|氏(?![名神族子])|くん|君(?![主臨])|ちゃん`,
  String.raw`|先生|せんせい|殿(?![堂下様])`,
].join('');
const inCharge =
  '担当(?![者課部係室局班制業医官中外分表]|職員|主[査任]|チーム|地区|区域|業務|箇所|エリア|弁護士|教[員諭]|保健師|[しすさ]|する|でき)';
const honorific = new RegExp(`(?<courtesy>${courtesies})|(?<title>${titles})|(?<charge>${inCharge})`, 'g');
/** Marks and a space between a name and what follows it. */
const gapBefore = /[*_~」』]{0,3}\s?$/;
const particle =
  /^[のにがはともでやをへ]|(?:みな|みんな|かあ|とう|じい|ばあ|おじ|おば|にい|ねえ|たく|おく|むすめ|おまわり|すもう|こども)$/u;
const label = new RegExp(
  [
    String.raw`(?:氏名|名前|フリガナ|ふりがな|担当者?|発言者|投稿者|回答者|質問者|相談者|記入者|作成者?|起案者?|報告者|記録者?|文責|講師|問?い?合わせ先|連絡先|代表者|申請者|届出人`,
    String.raw`|届出者|世帯主|保護者|責任者|司会|進行|議長|書記|出席者|参加者|欠席者|メンバー|受付者?|対応者|確認者|差出人|送信者|宛名|宛先|名義人?|契約者|被保険者|患者名?|From|To`,
    String.raw`|Cc)(?:\s?[:は→]\s?|[)）」]\s?[:は]\s?|・)`,
  ].join(''),
  'gi',
);
const wholeName = String.raw`(?<name>(?<family>${kanji}{1,3})\s(?<given>${kanji}{1,3})|${kanji}{2,6})(?!${kanji})`;
const wholeNameHere = new RegExp(wholeName, 'uy');

function findAddressed(prose: string): Detection[] {
  const detections: Detection[] = [];
  const hasOriginalSection = originalSection.test(prose);
  for (const match of prose.matchAll(honorific)) {
    const { courtesy, title } = match.groups ?? {};
    const nameEnd =
      match.index - (gapBefore.exec(prose.slice(Math.max(0, match.index - 4), match.index))?.[0].length ?? 0);
    const before = readWordBefore(prose, nameEnd);
    if (!before) continue;
    const stands = {
      before: prose.charAt(nameEnd - 1 - (before.stem?.length ?? 0)),
      isOfPart: title === '部長' || title === '局長',
      behind: prose.slice(match.index + match[0].length, match.index + match[0].length + 4),
      isOriginalSection: hasOriginalSection && title?.startsWith('課長') === true,
    };
    const found =
      courtesy !== undefined
        ? judgeAddressed(before, courtesy, stands.before)
        : title !== undefined
          ? judgeTitled(before, stands)
          : judgeInCharge(before.stem ?? '', before.kana);
    const end = nameEnd - (found?.gap ?? 0);
    if (found) detections.push({ kind: 'name', start: end - found.length, end, certainty: found.certainty });
  }
  return detections;
}

/** 原課 is the section that asks for something, so that 原課長 is its head where the text speaks of it. */
const originalSection = /原課(?!長)/;

function judgeAddressed(
  { family, stem, kana, katakana, hiragana }: WordBefore,
  courtesy: string,
  before: string,
): Found | undefined {
  const last = katakana ?? hiragana ?? stem ?? '';
  const isGiven = stem === undefined ? !particle.test(last) : kana === undefined && !isRole(stem);
  if (family !== undefined && surnames.has(family) && isGiven)
    return { length: family.length + 1 + last.length, certainty: 'certain' };
  if (katakana !== undefined) return judgeKatakana(katakana, courtesy);
  if (hiragana !== undefined) return judgeHiragana(hiragana);
  if (stem === undefined) return undefined;
  if (kana !== undefined) return judgeMixed(stem, kana);
  if (stem.length === 1) return judgeSingle(stem, courtesy, before);
  const length = nameLength(stem);
  if (length > 0) return { length, certainty: 'certain' };
  const isUnknownName = stem.length >= 2 && stem.length <= maxUnknown(courtesy) && !isRole(stem);
  return isUnknownName ? { length: stem.length, certainty: 'likely' } : undefined;
}

/** How long an unknown word may be to pass for a name: 君 and 殿 end many words, 先生 follows many subjects. */
function maxUnknown(courtesy: string): number {
  if (courtesy === '君' || courtesy === '殿' || courtesy === '先生') return 0;
  return courtesy === 'ちゃん' || courtesy === 'くん' ? 2 : 4;
}

/** One character is a name only if nothing else is called so: お星さま, 王様 and 奥さん are nobody's. */
function judgeSingle(name: string, courtesy: string, before: string): Found | undefined {
  if (/[\p{sc=Han}おご御]/u.test(before) || /[奥花今表主何孫熊神]/u.test(name)) return undefined;
  if (/[様さ殿君先]/u.test(courtesy.charAt(0)) && courtesy !== 'さん' && /[星王月東西南北]/u.test(name))
    return undefined;
  if (singleSurnames.has(name)) return { length: 1, certainty: 'certain' };
  const isUnknown = /^(?:さん|くん|ちゃん)$/.test(courtesy) && !isRole(name);
  return isUnknown ? { length: 1, certainty: 'likely' } : undefined;
}

function judgeTitled(
  { family, stem, kana, katakana, hiragana }: WordBefore,
  { before, behind, isOfPart, isOriginalSection }: Surroundings,
): Found | undefined {
  const spoken = katakana ?? hiragana ?? kana;
  if (spoken !== undefined && stem === undefined)
    return surnameReadings.has(toHiragana(spoken)) ? { length: spoken.length, certainty: 'certain' } : undefined;
  if (stem === undefined || kana !== undefined) return undefined;
  // 東部長距離バス, 南部長寿会
  if (isOfPart && /^[東西南北]$/u.test(stem)) return undefined;
  if (stem === '原' && isHeadOfSection(behind, isOriginalSection)) return undefined;
  if (stem.length === 1) {
    const isName = singleSurnames.has(stem) && !/[今表奥金]/u.test(stem) && !/\p{sc=Han}/u.test(before);
    const isWhole = family !== undefined && surnames.has(family);
    const certainty = /[原東西南北]/u.test(stem) ? 'likely' : 'certain';
    return isName && !isWhole
      ? { length: 1, certainty }
      : isWhole
        ? { length: family.length + 2, certainty: 'certain' }
        : undefined;
  }
  if (family !== undefined && surnames.has(family) && !isRole(stem))
    return { length: family.length + 1 + stem.length, certainty: 'certain' };
  const length = nameLength(stem, false);
  if (length > 0) return { length, certainty: 'certain' };
  const gap = beforeTitle.exec(stem)?.[0].length ?? 0;
  const named = stem.slice(0, stem.length - gap);
  const isNamed =
    gap > 0 && (isWholeName(named) || (surnames.has(named) && named.length > 1 && !placeSurnames.has(named)));
  return isNamed ? { length: named.length, gap, certainty: 'certain' } : undefined;
}

/** 「原課長の了解」 is what a section's head gives; who is asked or speaks may be called 原. */
function isHeadOfSection(behind: string, isOriginalSection: boolean): boolean {
  return (
    isOriginalSection ||
    /^(?:の(?:了[解承]|承認|決裁|同意|判断|意[見向]|合議|許可|指示)|[・、]|会議|等|級|レベル)/u.test(behind)
  );
}

/** Places and departments have people in charge too: only what is neither is a name. */
function judgeInCharge(stem: string, kana: string | undefined): Found | undefined {
  const isSingle = stem.length === 1 && singleSurnames.has(stem) && !/[今表奥金東西南北]/u.test(stem);
  const isName = isSingle || (stem.length > 1 && !placeSurnames.has(stem) && (surnames.has(stem) || isWholeName(stem)));
  return kana === undefined && isName ? { length: stem.length, certainty: 'likely' } : undefined;
}

function judgeKatakana(word: string, courtesy: string): Found | undefined {
  if (surnameReadings.has(toHiragana(word))) return { length: word.length, certainty: 'certain' };
  if (isKatakanaRole(word) || courtesy === '君' || courtesy === '殿') return undefined;
  return { length: word.length, certainty: 'likely' };
}

function judgeHiragana(word: string): Found | undefined {
  for (let from = 0; from <= word.length - 2; from++) {
    const isBorder = from === 0 || particle.test(word.charAt(from - 1));
    if (isBorder && surnameReadings.has(word.slice(from))) return { length: word.length - from, certainty: 'certain' };
  }
  return undefined;
}

/** A family name in kanji with a given name in kana (山田さくら). */
function judgeMixed(stem: string, kana: string): Found | undefined {
  if (/^\p{sc=Katakana}/u.test(kana)) return judgeKatakana(kana, 'さん');
  if (!surnames.has(stem) || particle.test(kana)) return judgeHiragana(kana);
  return { length: stem.length + kana.length, certainty: 'certain' };
}

/**
 * How many characters at the end of a run of kanji are a name: a family name, a whole name, or one of them behind a
 * department or place.
 */
function nameLength(run: string, mayBeDirection = true): number {
  if (surnames.has(run) || givenNames.has(run)) return run.length === 1 && isRole(run) ? 0 : run.length;
  if (isWholeName(run)) return run.length;
  for (let from = run.length - 1; from >= 1; from--) {
    const tail = run.slice(from);
    if (tail.length === 1 && !isSingleTail(tail, mayBeDirection)) continue;
    if (
      bodyEnding.test(run.charAt(from - 1)) &&
      tail.length <= 5 &&
      (tail.length === 1 || surnames.has(tail) || isWholeName(tail))
    )
      return tail.length;
  }
  return 0;
}

/** 県南部長 and 市民課皆さん name nobody. */
function isSingleTail(name: string, mayBeDirection: boolean): boolean {
  if (!singleSurnames.has(name) || isRole(name)) return false;
  return mayBeDirection || !/[東西南北原]/u.test(name);
}

/** A common family name of at least two characters with one to three more that are no office or place. */
function isWholeName(run: string): boolean {
  for (const size of [3, 2]) {
    const given = run.slice(size);
    if (
      given.length >= 1 &&
      given.length <= 3 &&
      surnames.has(run.slice(0, size)) &&
      (givenNames.has(given) || !(isRole(given) || bodyEnding.test(given)))
    )
      return true;
  }
  return false;
}

/** Behind a label, also several in a row (出席者：佐藤、鈴木). */
function findLabelled(prose: string): Detection[] {
  const detections: Detection[] = [];
  for (const match of prose.matchAll(label)) {
    let start = match.index + match[0].length;
    for (let count = 0; count < 30; count += 1) {
      const rest = prose.slice(start, start + 16);
      const length = labelledLength(rest);
      if (length > 0) detections.push({ kind: 'name', start, end: start + length, certainty: 'certain' });
      const step = /^[^\s、,・/:]{1,12}[、,・/]\s?/u.exec(rest)?.[0].length;
      if (step === undefined) break;
      start += step;
    }
  }
  return detections;
}

const nameAtStart = new RegExp(`^${wholeName}`, 'u');

function labelledLength(rest: string): number {
  const kana = /^([ァ-ヶー]{2,6})[ ・][ァ-ヶー]{2,6}/.exec(rest);
  if (kana) return surnameReadings.has(toHiragana(kana[1] ?? '')) ? kana[0].length : 0;
  const named = nameAtStart.exec(rest);
  const { name = '', family, given = '' } = named?.groups ?? {};
  const isName =
    family === undefined ? surnames.has(name) || isWholeName(name) : surnames.has(family) && !isRole(given);
  return isName ? name.length : 0;
}

/** Without さん it may be a person of history or the author of a book: `likely` only. */
function findWholeNames(prose: string, runs: readonly KanjiRun[]): Detection[] {
  return runs.flatMap(({ start, beginsWithFamily }) => {
    if (!beginsWithFamily) return [];
    wholeNameHere.lastIndex = start;
    const { name = '', family, given } = wholeNameHere.exec(prose)?.groups ?? {};
    const isName =
      family === undefined
        ? [2, 3].some((size) => isFamilyAndGiven(name.slice(0, size), name.slice(size)))
        : surnames.has(family) && (givenNames.has(given ?? '') || isFamilyAndGiven(family, given ?? ''));
    return isName ? [{ kind: 'name', start, end: start + name.length, certainty: 'likely' }] : [];
  });
}

function isFamilyAndGiven(family: string, given: string): boolean {
  if (!surnames.has(family)) return false;
  if (givenNames.has(given) && given.length >= (family.length >= 2 ? 1 : 2))
    return given.length >= 2 || isUnmistakable(family);
  return isUnmistakable(family) && givenEnding.test(given) && !isRole(given) && !notGiven.test(given);
}

/** How given names of two or three characters end, and words that end so. */
const givenEnding = /^\p{sc=Han}{1,2}[子美郎雄夫介也樹太斗翔香奈恵乃菜弥輔彦]$/u;
const notGiven = /[電原様椅帽菓親調冊女男団餃双獅扇玉種分粒因利息弟梯障格拍硝骨素遺量陽光]子$|[賛優華]美$|大樹|芳香$/u;

const foreign: GuardedPattern = {
  pattern: new RegExp(
    [
      String.raw`(?<![A-Za-z0-9@./_-])(?:(?:Mr|Ms|Mrs|Dr)\.\s?[A-Z][a-z]+`,
      String.raw`|[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+)?(?=\s?(?:さん|様|氏|くん|ちゃん|先生|-san\b|-sama\b))`,
      '|[a-z]{3,}(?=(?:さん|くん|ちゃん)))',
    ].join(''),
    'g',
  ),
  needs: /(?:M[rs]|Mrs|Dr)\.|[a-z]\s?(?:さん|様|氏|くん|ちゃん|先生|-sa)/,
};

function toDetection(match: RegExpExecArray): Detection {
  return { kind: 'name', start: match.index, end: match.index + match[0].length, certainty: 'likely' };
}

interface Surroundings {
  before: string;
  behind: string;
  /** 部長 and 局長 follow parts of a place as well. */
  isOfPart: boolean;
  isOriginalSection: boolean;
}

interface Found {
  /** In UTF-16 units, counted back from the honorific or from the gap before it. */
  length: number;
  /** Between the name and the honorific. */
  gap?: number;
  certainty: Certainty;
}
