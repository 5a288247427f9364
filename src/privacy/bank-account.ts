import type { Detection } from './finding.ts';
import { findMatches, type GuardedPattern } from './guarded-pattern.ts';

/**
 * Numbers of accounts behind a word of banking, and of credit cards by their check digit. Forms to be filled in
 * (0000000) and amounts are none. `prose` is folded text.
 */
export function findBankAccounts(prose: string): Detection[] {
  const accounts = [...findMatches(prose, account), ...findMatches(prose, postalAccount)];
  const cards = findMatches(prose, card).filter(([number]) => hasCardCheckDigit(number.replace(/\D/g, '')));
  return [...accounts, ...cards]
    .filter(([number]) => !isPlaceholder(number))
    .map((match) => ({
      kind: 'bank-account',
      start: match.index,
      end: match.index + match[0].length,
      certainty: 'certain',
    }));
}

/** All digits the same: it shows a form. */
export function isPlaceholder(number: string): boolean {
  return new Set(number.replace(/\D/g, '')).size === 1;
}

const kindOfAccount = String.raw`(?:口座|(?:普通|当座|貯蓄)(?:預金|貯金)?|[預貯]金番号|通帳の?番号|(?:支店|本店|営業部|出張所))`;
const between = String.raw`(?:口座|番号|普通|当座|貯蓄|預金|No\.?|[の、はが: 「()|/=→]){0,6}`;
const account: GuardedPattern = {
  needs: /\d{6}/,
  pattern: new RegExp(String.raw`(?<=${kindOfAccount}${between})\d{6,8}(?![\d桁円千万億件人回]|[-.,/]\d)`, 'gi'),
};
const postalAccount: GuardedPattern = {
  needs: /記号/,
  pattern: /(?<=記号.{0,2})1\d{4}[\s、,・と/-]{0,2}番号[ :は]{0,2}\d{2,8}(?![\d桁])/g,
};
const card: GuardedPattern = {
  needs: /[3-6]\d{3}[- ]?\d{4}/,
  pattern: /(?<![\d-])[3-6]\d{3}(?:([- ])\d{4}\1\d{4}\1\d{4}|(?<=カード.{0,8})\d{12})(?![\d-])/g,
};

/** Luhn's. */
function hasCardCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
