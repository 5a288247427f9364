import type { Certainty, Detection } from './finding.ts';
import { bodyEnding, isKatakanaRole, isRole } from './name-words.ts';
import { givenNames, surnameReadings, surnames } from './surnames.ts';

/**
 * Names of people: before さん, 様, 氏 and titles, behind words such as 氏名 and 担当, and whole names of a common family and
 * given name. `prose` is folded text.
 *
 * A common family name makes it `certain`; an unknown word before さん is only `likely`, and before a title nothing at all, since
 * that is nearly always a department (財政課長).
 */
export function findNames(prose: string): Detection[] {
  return [...findAddressed(prose), ...findLabelled(prose), ...findWholeNames(prose), ...findForeign(prose)];
}

const honorific = /(?:[*_~」』]{0,3}\s?)(?<courtesy>さん(?!さん|[0-9])|サン(?![ァ-ヶー])|さま(?!ざま)|(?<![仕同多模一異有])様(?![々式子相態]|反応|の?症状|物質)|氏(?![名神族子])|くん|君(?![主臨])|ちゃん|先生|殿(?![堂下様]))|(?<title>課長補佐|課長|係長|室長|部長|次長|局長|所長|班長|館長|園長|校長|教頭|会長|社長|店長|主査|主任|主幹|主事|参事|技師|理事(?![会長])|専門員|補佐|議員|教授|医師(?!会)|保健師|看護師|委員(?!会))/gu;
const kanji = String.raw`[\p{sc=Han}ヶ]`;
const wordBefore = new RegExp(String.raw`(?:(?<family>${kanji}{1,3})\s)?(?:(?<stem>${kanji}{1,10})(?<kana>\p{sc=Hiragana}{2,5}|\p{sc=Katakana}[\p{sc=Katakana}ー]{1,5})?|(?<katakana>[\p{sc=Katakana}ー・]{2,16})|(?<hiragana>\p{sc=Hiragana}{2,8}))$`, 'u');
const particle = /^[のにがはともでやをへ]|(?:みな|みんな|かあ|とう|じい|ばあ|おじ|おば|にい|ねえ|たく|おく|むすめ|おまわり|すもう|こども)$/u;
const label = /(?:氏名|名前|担当者?|発言者|投稿者|回答者|質問者|記入者|作成者|文責|講師|連絡先|代表者|申請者|世帯主|保護者|責任者|司会)\s?[:は]\s?/gu;
const wholeName = new RegExp(String.raw`(?<!${kanji})(?<name>(?<family>${kanji}{1,3})\s(?<given>${kanji}{1,3})|${kanji}{2,6})(?!${kanji})`, 'gu');

function findAddressed(prose: string): Detection[] {
  const detections: Detection[] = [];
  for (const match of prose.matchAll(honorific)) {
    const before = wordBefore.exec(prose.slice(Math.max(0, match.index - 24), match.index))?.groups;
    const courtesy = match.groups?.['courtesy'];
    const found = before && (courtesy === undefined ? judgeTitled(before['stem'] ?? '', before['kana']) : judgeAddressed(before, courtesy));
    if (found) detections.push({ kind: 'name', start: match.index - found.length, end: match.index, certainty: found.certainty });
  }
  return detections;
}

function judgeAddressed({ family, stem, kana, katakana, hiragana }: Record<string, string | undefined>, courtesy: string): Found | undefined {
  if (katakana !== undefined) return judgeKatakana(katakana, courtesy);
  if (hiragana !== undefined) return judgeHiragana(hiragana);
  if (stem === undefined) return undefined;
  if (kana !== undefined) return judgeMixed(stem, kana);
  if (family !== undefined && surnames.has(family) && !isRole(stem)) return { length: family.length + 1 + stem.length, certainty: 'certain' };
  const length = nameLength(stem);
  if (length > 0) return { length, certainty: 'certain' };
  const isUnknownName = stem.length >= 2 && stem.length <= mostUnknown(courtesy) && !isRole(stem);
  return isUnknownName ? { length: stem.length, certainty: 'likely' } : undefined;
}

/** How long an unknown word may be to pass for a name: 君 and 殿 end many words, 先生 follows many subjects. */
function mostUnknown(courtesy: string): number {
  if (courtesy === '君' || courtesy === '殿' || courtesy === '先生') return 0;
  return courtesy === 'ちゃん' || courtesy === 'くん' ? 2 : 4;
}

function judgeTitled(stem: string, kana: string | undefined): Found | undefined {
  if (kana !== undefined || stem.length < 2) return undefined;
  const length = nameLength(stem);
  return length > 0 ? { length, certainty: 'certain' } : undefined;
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

/** How many characters at the end of a run of kanji are a name: a family name, a whole name, or one of them behind a department or place. */
function nameLength(run: string): number {
  if (surnames.has(run) || givenNames.has(run)) return run.length === 1 && isRole(run) ? 0 : run.length;
  if (isWholeName(run)) return run.length;
  for (let from = run.length - 2; from >= 1; from--) {
    const tail = run.slice(from);
    if (bodyEnding.test(run.charAt(from - 1)) && tail.length <= 5 && (surnames.has(tail) || isWholeName(tail))) return tail.length;
  }
  return 0;
}

/** A common family name of at least two characters with one to three more that are no office or place. */
function isWholeName(run: string): boolean {
  for (const size of [3, 2]) {
    const given = run.slice(size);
    if (given.length >= 1 && given.length <= 3 && surnames.has(run.slice(0, size)) && (givenNames.has(given) || !(isRole(given) || bodyEnding.test(given)))) return true;
  }
  return false;
}

function findLabelled(prose: string): Detection[] {
  const detections: Detection[] = [];
  for (const match of prose.matchAll(label)) {
    const start = match.index + match[0].length;
    const named = new RegExp(`^${wholeName.source}`, 'u').exec(prose.slice(start, start + 10));
    const { name = '', family, given = '' } = named?.groups ?? {};
    const isName = family === undefined ? surnames.has(name) || isWholeName(name) : surnames.has(family) && !isRole(given);
    if (isName) detections.push({ kind: 'name', start, end: start + name.length, certainty: 'certain' });
  }
  return detections;
}

/** Without さん it may be a person of history or the author of a book: `likely` only. */
function findWholeNames(prose: string): Detection[] {
  const detections: Detection[] = [];
  for (const match of prose.matchAll(wholeName)) {
    const { name = '', family, given } = match.groups ?? {};
    const isName = family === undefined ? [2, 3].some((size) => surnames.has(name.slice(0, size)) && name.length >= size + 2 && givenNames.has(name.slice(size))) : surnames.has(family) && givenNames.has(given ?? '');
    if (isName) detections.push({ kind: 'name', start: match.index, end: match.index + name.length, certainty: 'likely' });
  }
  return detections;
}

const foreign = /(?<![A-Za-z0-9@./_-])(?:(?:Mr|Ms|Mrs|Dr)\.\s?[A-Z][a-z]+|[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+)?(?=\s?(?:さん|様|氏|くん|ちゃん|先生|-san\b|-sama\b))|[a-z]{3,}(?=(?:さん|くん|ちゃん)))/g;

function findForeign(prose: string): Detection[] {
  return [...prose.matchAll(foreign)].map((match) => ({ kind: 'name', start: match.index, end: match.index + match[0].length, certainty: 'likely' }));
}

function toHiragana(word: string): string {
  return word.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

interface Found {
  /** In UTF-16 units, counted back from the honorific. */
  length: number;
  certainty: Certainty;
}
