import type { Detection } from './finding.ts';
import { findMatches, type GuardedPattern } from './guarded-pattern.ts';
import { kanji, type KanjiRun } from './kanji-run.ts';
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
export function findNamesInTalk(prose: string, runs: readonly KanjiRun[]): Detection[] {
  return [...runs.flatMap((run) => findAtRun(prose, run)), ...findInKana(prose)];
}

/** At the beginning of a run of kanji, or at its end behind a word that nobody is called by. */
function findAtRun(prose: string, run: KanjiRun): Detection[] {
  const names = run.beginsWithFamily ? atBeginning.map((talk) => readAt(prose, run.start, talk)) : [];
  const tails = [3, 2].filter((size) => run.text.length > size && isUnmistakable(run.text.slice(-size)));
  const behind = tails.map((size) =>
    readAt(prose, run.start + run.text.length - size, { pattern: behindWord, isName: isUnmistakable }),
  );
  return [...names, ...behind].filter((found) => found !== undefined);
}

function readAt(prose: string, start: number, { pattern, isName }: Talk): Detection | undefined {
  pattern.lastIndex = start;
  const name = pattern.exec(prose)?.groups?.['name'];
  if (name === undefined || !isName(name)) return undefined;
  return { kind: 'name', start, end: start + name.length, certainty: 'likely' };
}

function findInKana(prose: string): Detection[] {
  return inKana.flatMap((guarded) =>
    findMatches(prose, guarded)
      .filter(({ groups }) => surnameReadings.has(toHiragana(groups?.['name'] ?? '')))
      .map(({ index, groups }) => ({
        kind: 'name' as const,
        start: index,
        end: index + (groups?.['name'] ?? '').length,
        certainty: 'likely' as const,
      })),
  );
}

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

/** What is tried where a run of kanji begins. */
const atBeginning: Talk[] = [
  { pattern: at(String.raw`(?<name>${kanji}{2,4})${alone}`), isName: isUnmistakable },
  // 柏木担当課長, 秋山会計管理者: whatever the office is called
  ...[3, 2].map((size) => ({
    pattern: at(
      String.raw`(?<name>${kanji}{${size}})(?![都道府県市区町村郡][長議役職立営])${kanji}{1,7}[長官士師員席査任幹監者]${alone}`,
    ),
    isName: isNoWord,
  })),
  { pattern: at(String.raw`(?<name>${kanji}{2,3})(?=[記拝筆談宛他外](?:$|[。、)\s]))`), isName: isNoWord },
  // 10:26 清水 了解です; a tab is what a chat puts between, a timetable seldom.
  {
    pattern: at(
      String.raw`${name}(?=\t|\s?[:>]|${message})`,
      String.raw`(?<=^[\s|>-]{0,3}(?:\d{4}[/.-]\d{1,2}[/.-]\d{1,2}\s{1,2})?${clock}\s{1,3})`,
    ),
    isName: isSurname,
  },
  {
    pattern: at(String.raw`^${name}\s?[:>](?=\s?[^\n]{0,40}(?:です|ます|した|ください|了解|承知))`),
    isName: isDoubtful,
  },
  { pattern: at(String.raw`^${name}(?:です|でございます)(?=[。、!\s])`), isName: isNoWord },
  { pattern: at(String.raw`${name}(?=\s*$)`, String.raw`(?<=${clock}\s{1,3})`), isName: isNoWord },
  { pattern: at(`${name}と申し`), isName: isSurname },
  {
    pattern: at(`${name}(?:です|でございます|といいます|と言います)`, `(?<=${department}|${greeting}[。、,!\\s]{0,2})`),
    isName: isSurname,
  },
  { pattern: at(`${name}(?:です|でございます)`, String.raw`(?<=[市町村区県]の)`), isName: isNoPlace },
  { pattern: at(String.raw`^${name}です[。、!\s]\s?${polite}`), isName: isSurname },
  // 課長の佐藤, 係長 清水
  {
    pattern: at(
      String.raw`(?<name>${kanji}{2,4})${alone}`,
      String.raw`(?<=(?:${titles}|担当者?|職員|上司|同僚|前任|後任)(?:の|\s))`,
    ),
    isName: isNoPrefecture,
  },
  {
    pattern: at(`${name}(?=です|が|と申|から|より)`, String.raw`(?<=(?:${titles}|担当者?|上司|同僚|前任|後任)の)`),
    isName: (word) => word.length === 1 && singleSurnames.has(word),
  },
  {
    pattern: at(String.raw`${name}(?:(?:が|は|も)[^。、\n]{0,4}?${does}|(?:に|へ|から)[^。、\n]{0,4}?${told})`),
    isName: isDoubtful,
  },
  // 佐藤（総務課）
  {
    pattern: at(String.raw`(?<name>${kanji}{2,4})\s?\((?=[^()\n]{0,10}(?:[課係部室局長]|主[査任事幹]|担当)\))`),
    isName: isNoPlace,
  },
];

/** 昨日鈴木から, 総務課佐藤です */
const behindWord = at(
  String.raw`(?<name>${kanji}{2,3})${alone}`,
  String.raw`(?<=昨日|今日|明日|本日|翌日|先日|後日|今朝|昨夜|先週|今週|来週|先月|今回|前回|次回|同僚|課|係|室|部|局)`,
);

/** ヤマダ ハナコ, やまだ はなこ */
const inKana: GuardedPattern[] = [
  {
    pattern: /(?<![ァ-ヶー])(?<name>[ァ-ヶー]{3,6})(?=[ ・][ァ-ヶー]{2,6}(?![ァ-ヶー]))/g,
    needs: /[ァ-ヶー][ ・][ァ-ヶー]/,
  },
  { pattern: /(?<![ぁ-ん])(?<name>[ぁ-ん]{3,6})(?= [ぁ-ん]{2,5}(?![ぁ-ん]))/g, needs: /[ぁ-ん] [ぁ-ん]/ },
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

/** Tried at one place alone, where the flag `y` makes it stay. */
function at(pattern: string, before = ''): RegExp {
  return new RegExp(before + pattern, 'muy');
}

interface Talk {
  pattern: RegExp;
  isName: (word: string) => boolean;
}
