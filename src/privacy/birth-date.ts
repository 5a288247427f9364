import type { Certainty, Detection } from './finding.ts';
import { findMatches, type GuardedPattern } from './guarded-pattern.ts';

/**
 * Days on which somebody was born: a whole day behind 生年月日 and the like or before 生まれ, a day without its year only
 * behind such a word. Bounds of who may apply (4月1日以前に生まれた方) are nobody's. `prose` is folded text.
 */
export function findBirthDates(prose: string): Detection[] {
  return [...collect(prose, labelled, 'certain'), ...collect(prose, born, 'likely')];
}

const number = '[0-9〇元一二三四五六七八九十]{1,4}';
const sign = String.raw`[./\-]`;
const wholeDay = [
  [
    String.raw`(?:(?:明治|大正|昭和|平成|令和)\s?${number}|(?:19|20)\d\d`,
    String.raw`|[一二][九〇][〇一二三四五六七八九]{2})\s?年\s?${number}\s?月\s?${number}\s?日`,
  ].join(''),
  [
    String.raw`(?<![A-Za-z])[MTSHR]\.?\s?\d{1,2}\s?(?:${sign}\s?\d{1,2}\s?${sign}\s?\d{1,2}`,
    String.raw`|年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)`,
  ].join(''),
  String.raw`(?<!\d)(?:19|20)\d\d${sign}\d{1,2}${sign}\d{1,2}`,
].join('|');
const day = String.raw`${wholeDay}|${number}\s?月\s?${number}\s?日|(?<=生年月日.{0,4})(?:19|20)\d{6}`;
const bound = String.raw`(?!\d|\s?(?:以前|以後|以降|より|から|まで|なら|[~〜]|の(?:場合|人|方|子|とき)))`;
const birthWord = String.raw`生年月日|誕生日|生まれは|生まれたのは|birth(?:day|\sdate)|date of birth|D\.?O\.?B\.?`;
const labelled: GuardedPattern = {
  needs: new RegExp(birthWord, 'i'),
  pattern: new RegExp(`(?<=(?:${birthWord})[ :はが|「(/=→]{0,4})(?:${day})${bound}`, 'giu'),
};
const born: GuardedPattern = {
  needs: /[日\d]\s?(?:に|、)?\s?(?:お?(?:生まれ|うまれ|出生)|生)/,
  pattern: new RegExp(
    String.raw`(?:${wholeDay})(?=\s?(?:に|、)?\s?お?(?:生まれ|うまれ|出生)(?!順)|\s?生(?=[のでまはがも。、,)(」|\s]|$))`,
    'gmu',
  ),
};

function collect(prose: string, pattern: GuardedPattern, certainty: Certainty): Detection[] {
  return findMatches(prose, pattern).map((match) => ({
    kind: 'birth-date',
    start: match.index,
    end: match.index + match[0].length,
    certainty,
  }));
}
