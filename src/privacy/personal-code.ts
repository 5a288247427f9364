import { isPlaceholder } from './bank-account.ts';
import type { Certainty, Detection } from './finding.ts';
import { findMatches, type GuardedPattern } from './guarded-pattern.ts';

/**
 * Numbers that one person alone has: driving licence, pension, passport, residence card, insurance, staff. They are
 * told by the word before them; numbers of bodies (保険者番号, 法人番号) pass. `prose` is folded text.
 */
export function findPersonalCodes(prose: string): Detection[] {
  return codes.flatMap(({ certainty, ...guarded }) =>
    findMatches(prose, guarded)
      .filter(([code]) => !isPlaceholder(code))
      .map((match) => ({
        kind: 'personal-code' as const,
        start: match.index,
        end: match.index + match[0].length,
        certainty,
      })),
  );
}

const between = String.raw`(?:番号|手帳|カード|No\.?|№|[のはが証:「( 第|/=→]){0,6}`;
const end = String.raw`(?![\d桁円年件人回番]|-\d)`;

function code(word: string, value: string, certainty: Certainty): Code {
  const pattern = new RegExp(String.raw`(?<=${word}${between})(?:${value})${end}`, 'gi');
  return { pattern, needs: new RegExp(word, 'i'), certainty };
}

const codes = [
  code('免許', String.raw`\d(?:[- ]?\d){11}`, 'certain'),
  code('年金', String.raw`\d{4}[- ]?\d{6}`, 'certain'),
  code('(?:旅券|パスポート|passport)', String.raw`[A-Z]{2}\s?\d{7}`, 'certain'),
  code('住民票コード', String.raw`\d{11}`, 'certain'),
  code('被保険者', String.raw`\d{6,11}|\d{4}-\d{6}-\d`, 'certain'),
  code(
    '(?:被保険者証?|健康保険証?|保険証|国保).{0,6}記号',
    String.raw`\d{1,8}[\s、,・と/-]{0,2}番号[ :は]{0,2}\d{1,8}`,
    'certain',
  ),
  code(
    '(?:職員|社員|学籍|学生|宛名|診察券|カルテ|患者|受給者|利用者|申請者)証?番号',
    String.raw`\d[\d-]{3,11}`,
    'likely',
  ),
  code('(?:障害者|障がい者|療育|母子健康|母子)手帳', String.raw`\d{3,8}号?`, 'likely'),
  {
    pattern: /(?<![A-Za-z\d])[A-Z]{2}\d{8}[A-Z]{2}(?![A-Za-z\d])/g,
    needs: /[A-Z]\d{8}[A-Z]/,
    certainty: 'likely' as const,
  },
];

interface Code extends GuardedPattern {
  certainty: Certainty;
}
