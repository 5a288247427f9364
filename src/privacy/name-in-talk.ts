import type { Detection } from './finding.ts';
import { titles } from './name-words.ts';
import {
  isUnmistakable,
  placeSurnames,
  prefectureSurnames,
  singleSurnames,
  surnameReadings,
  surnames,
  wordSurnames,
} from './surnames.ts';
import { toHiragana } from '../text/kana.ts';

/**
 * Family names without さん. Those that are nothing else tell a person wherever they stand alone; those that are places
 * or words too (福島, 清水) only where somebody speaks, introduces herself, is called by her work, or does what people
 * do. All are only `likely`. `prose` is folded text.
 */
export function findNamesInTalk(prose: string): Detection[] {
  return talk.flatMap(({ pattern, isName }) =>
    [...prose.matchAll(pattern)].flatMap((match) => {
      const { name = '' } = match.groups ?? {};
      const start = match.index + match[0].lastIndexOf(name);
      const isFound = name !== '' && isName(name);
      return isFound ? [{ kind: 'name' as const, start, end: start + name.length, certainty: 'likely' as const }] : [];
    }),
  );
}

const kanji = String.raw`[\p{sc=Han}ヶ]`;
const name = `(?<name>${kanji}{1,4})`;
const alone = String.raw`(?![\p{sc=Han}\p{sc=Katakana}])`;
const greeting =
  '(?:お疲れ(?:様|さま)です|おはようございます|こんにちは|こんばんは|お世話になって(?:い|お)ります|お世話になります|[初は]じめまして)';
export const polite = '(?:よろしく|宜しく|お世話|お疲れ|おつかれ|はじめ|初め|申し訳|すみません|ありがとう|おはよう)';
const department = '(?:課|係|室|部|局|所|館|園|校|センター|担当|会|社|署|院|事務局|チーム|班)の';
export const does =
  '(?:担当(?!課|者|部)|対応|回答|連絡|報告|説明|作成|確認し|聞[いきくけ]|伺|相談|依頼|お願い|頼[みむん]|申し|休[みん]|不在|欠席|出席|出張|異動|退職|着任|任せ|伝え|渡し|引き?継)';
const told = '(?:連絡|報告|相談|依頼|お願い|頼[みむん]|聞[いきくけ]|伺|申し|任せ|伝え|渡し|引き?継|確認し)';
const clock = String.raw`\[?(?:(?:午前|午後)\s?)?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?\]?`;
const message = String.raw`[ 　]{1,3}(?=[^\n]{0,60}(?:です|ます|した|ください|お願い|了解|承知|ありがと|よろしく|お疲れ|確認|ね$|よ$|[。!?]))`;

const isSurname = (word: string): boolean => surnames.has(word) || singleSurnames.has(word);
const isNoPlace = (word: string): boolean => surnames.has(word) && word.length > 1 && !placeSurnames.has(word);
const isNoWord = (word: string): boolean => isNoPlace(word) && !wordSurnames.has(word);
const isNoPrefecture = (word: string): boolean => isSurname(word) && !prefectureSurnames.has(word);

const talk: { pattern: RegExp; isName: (word: string) => boolean }[] = [
  { pattern: find(String.raw`(?<!${kanji})(?<name>${kanji}{2,4})${alone}`), isName: isUnmistakable },
  // 柏木担当課長, 秋山会計管理者: whatever the office is called
  ...[3, 2].map((size) => ({
    pattern: find(
      String.raw`(?<!${kanji})(?<name>${kanji}{${size}})(?![都道府県市区町村郡][長議役職立営])${kanji}{1,7}[長官士師員席査任幹監者]${alone}`,
    ),
    isName: isNoWord,
  })),
  {
    pattern: find(String.raw`(?<!${kanji})(?<name>${kanji}{2,3})(?=[記拝筆談宛他外](?:$|[。、)\s]))`),
    isName: isNoWord,
  },
  // 昨日鈴木から, 総務課佐藤です
  {
    pattern: find(
      String.raw`(?<name>${kanji}{2,3})${alone}`,
      String.raw`(?<=昨日|今日|明日|本日|翌日|先日|後日|今朝|昨夜|先週|今週|来週|先月|今回|前回|次回|同僚|課|係|室|部|局)`,
    ),
    isName: isUnmistakable,
  },
  // 10:26 清水 了解です; a tab is what a chat puts between, a timetable seldom.
  {
    pattern: find(
      String.raw`^[\s|>-]{0,3}(?:\d{4}[/.-]\d{1,2}[/.-]\d{1,2}\s{1,2})?${clock}\s{1,3}${name}(?=\t|\s?[:>]|${message})`,
    ),
    isName: isSurname,
  },
  {
    pattern: find(String.raw`^${name}\s?[:>](?=\s?[^\n]{0,40}(?:です|ます|した|ください|了解|承知))`),
    isName: isDoubtful,
  },
  { pattern: find(String.raw`^${name}(?:です|でございます)(?=[。、!\s])`), isName: isNoWord },
  { pattern: find(String.raw`${clock}\s{1,3}${name}(?=\s*$)`), isName: isNoWord },
  { pattern: find(`${name}と申し`, `(?<!${kanji})`), isName: isSurname },
  {
    pattern: find(
      `${name}(?:です|でございます|といいます|と言います)`,
      `(?<=${department}|${greeting}[。、,!\\s]{0,2})`,
    ),
    isName: isSurname,
  },
  { pattern: find(`${name}(?:です|でございます)`, String.raw`(?<=[市町村区県]の)`), isName: isNoPlace },
  { pattern: find(String.raw`^${name}です[。、!\s]\s?${polite}`), isName: isSurname },
  // 課長の佐藤, 係長 清水
  {
    pattern: find(
      String.raw`(?<name>${kanji}{2,4})${alone}`,
      String.raw`(?<=(?:${titles}|担当者?|職員|上司|同僚|前任|後任)(?:の|\s))`,
    ),
    isName: isNoPrefecture,
  },
  {
    pattern: find(`${name}(?=です|が|と申|から|より)`, String.raw`(?<=(?:${titles}|担当者?|上司|同僚|前任|後任)の)`),
    isName: (word) => word.length === 1 && singleSurnames.has(word),
  },
  {
    pattern: find(
      String.raw`(?<!${kanji})${name}(?:(?:が|は|も)[^。、\n]{0,4}?${does}|(?:に|へ|から)[^。、\n]{0,4}?${told})`,
    ),
    isName: isDoubtful,
  },
  // 佐藤（総務課）
  {
    pattern: find(
      String.raw`(?<!${kanji})(?<name>${kanji}{2,4})\s?\((?=[^()\n]{0,10}(?:[課係部室局長]|主[査任事幹]|担当)\))`,
    ),
    isName: isNoPlace,
  },
  // ヤマダ ハナコ
  {
    pattern: find(String.raw`(?<![ァ-ヶー])(?<name>[ァ-ヶー]{3,6})(?=[ ・][ァ-ヶー]{2,6}(?![ァ-ヶー]))`),
    isName: (word) => surnameReadings.has(toHiragana(word)),
  },
  {
    pattern: find(String.raw`(?<![ぁ-ん])(?<name>[ぁ-ん]{3,6})(?= [ぁ-ん]{2,5}(?![ぁ-ん]))`),
    isName: (word) => surnameReadings.has(word),
  },
];

/** A rarer name, or one that is a word too. */
function isDoubtful(word: string): boolean {
  return (
    word.length > 1 &&
    surnames.has(word) &&
    (wordSurnames.has(word) || !placeSurnames.has(word)) &&
    !prefectureSurnames.has(word)
  );
}

function find(pattern: string, before = ''): RegExp {
  return new RegExp(before + pattern, 'gmu');
}
