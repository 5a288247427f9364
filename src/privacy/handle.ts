import type { Certainty, Detection } from './finding.ts';
import { findMatches, type GuardedPattern } from './guarded-pattern.ts';

/**
 * Account names: `@name`, mentions exported from Slack (`<@U…>`), LINE ids. `prose` is folded text without web
 * addresses.
 */
export function findHandles(prose: string): Detection[] {
  return [
    ...collect(prose, mention, 'certain'),
    ...collect(prose, exported, 'certain'),
    ...collect(prose, account, 'certain'),
    ...collect(prose, japaneseMention, 'likely'),
  ];
}

/** Not the `@` of a mail address, of a package (`@scope/name`), of a style sheet, nor a mention of everybody. */
const mention = guarded(
  /@/,
  new RegExp(
    [
      String.raw`(?<![\w.@/+%-])@(?!(?:here|channel|all|everyone|media|import|supports|font-face|layer|container`,
      String.raw`|keyframes|page|charset|param|returns?|type)\b)[A-Za-z_][\w.-]{1,29}(?![\w@/])`,
    ].join(''),
    'gi',
  ),
);
const exported = guarded(/<@|\[To:/, /<@[UW][A-Z0-9]{2,}(?:\|[^>\n]{0,80})?>|<@!?\d{5,}>|\[To:\d+\]/g);
const accountWord = '(?:ID|アカウント|ユーザー名)';
const account = guarded(
  new RegExp(accountWord),
  new RegExp(
    [
      '(?<=(?:LINE|Skype|Instagram|Twitter|X|Facebook|Slack|Discord|Teams|インスタ|ツイッター)',
      String.raw`\s?(?:の\s?)?${accountWord}\s?(?:は|:)?\s?[「]?)(?![「])@?[A-Za-z][\w.-]{3,29}`,
    ].join(''),
    'g',
  ),
);

/** 「@山田 資料ありがとう」 at the head of a line or a sentence; 「勉強会＠オンライン」 is a place. */
const japaneseMention = guarded(
  /@/,
  /(?<=(?:^|[\n。、!?「(])\s{0,20})@(?!マーク|[をのがはでにと])[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]{2,12}/gu,
);

/** 「@city.lg.jp のメール」 is the end of a mail address. */
const domain = /\.(?:jp|com|net|org|info)\.?$/i;

function guarded(needs: RegExp, pattern: RegExp): GuardedPattern {
  return { needs, pattern };
}

function collect(prose: string, pattern: GuardedPattern, certainty: Certainty): Detection[] {
  return findMatches(prose, pattern)
    .filter(([found]) => !domain.test(found))
    .map((match) => ({ kind: 'handle', start: match.index, end: match.index + match[0].length, certainty }));
}
