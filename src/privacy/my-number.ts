import type { Certainty, Detection } from './finding.ts';

/**
 * Twelve digits, alone or in equal groups. With the right check digit they are taken for a My Number: about one in
 * ten of other twelve-digit numbers passes by chance, which is why a person is asked and nothing is masked silently.
 * With a wrong one they count only where the word itself stands just before. `prose` is folded text.
 */
export function findMyNumbers(prose: string): Detection[] {
  const detections: Detection[] = [];
  for (const match of prose.matchAll(twelveDigits)) {
    const start = match.index;
    const end = start + match[0].length;
    const certainty = judge(match[0], prose.slice(Math.max(0, start - 30), start));
    if (certainty) detections.push({ kind: 'my-number', start, end, certainty });
  }
  return detections;
}

/**
 * Check digit of the first eleven: from the right, weights n + 1 for n ≤ 6 and n − 5 for n ≥ 7; 0 if the remainder by
 * 11 is at most 1, else 11 − it.
 */
export function hasMyNumberCheckDigit(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 11)]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index < 6 ? index + 2 : index - 4), 0);
  const remainder = sum % 11;
  return Number(digits[11]) === (remainder <= 1 ? 0 : 11 - remainder);
}

const separator = String.raw`[- .・]`;
const groups = [
  String.raw`\d{12}`,
  String.raw`\d{4}(?:(${separator})|\s?[-/|]\s?)\d{4}(?:\1|\s?[-/|]\s?)\d{4}`,
  String.raw`\d{6}${separator}\d{6}`,
  String.raw`\d{3}(?:${separator}\d{3}){3}`,
  String.raw`\d(?:[ |-]\d){11}`,
];
/** Letters just before make an identifier of it, unless they say that a number follows. */
const before = String.raw`(?<![A-Za-z])(?:no|nr|id|number|num|mynumber)`;
const twelveDigits = new RegExp(
  [
    String.raw`(?=\d)(?<![\d\u0000])(?<!\d[-.,])(?:(?<![A-Za-z_])|(?<=${before}))(?:${groups.join('|')})(?![\d\u0000])`,
    String.raw`(?![-.,]\d)(?![A-Za-z_])`,
  ].join(''),
  'gi',
);
const word = /マイナンバー|個人番号|my\s?number/i;
const yearTriple = /^(?:19|20)\d\d\D+(?:19|20)\d\d\D+(?:19|20)\d\d$/;

function judge(written: string, before: string): Certainty | undefined {
  if (yearTriple.test(written) && !word.test(before)) return undefined;
  if (hasMyNumberCheckDigit(written.replace(/\D/g, ''))) return 'certain';
  return word.test(before) ? 'likely' : undefined;
}
