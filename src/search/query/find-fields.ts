import { toMatchingKeyWithOrigin } from '../../text/matching-key.ts';
import { readEraYear } from '../../text/numerals.ts';
import { fieldToken } from '../index-format.ts';
import type { FieldName } from '../vocabulary.ts';

/**
 * What was typed that names a group, a topic or another value under which pages are listed, and days. Texts need not
 * say it: a Q&A of 秋田県人会 seldom writes 秋田. Offsets are into the folded text.
 */
export function findFields(folded: string, names: readonly FieldName[]): FieldMatch[] {
  const matches = [...findDays(folded), ...findNames(folded, names)];
  return matches.filter((match) => !matches.some((other) => isLonger(other, match))).sort((a, b) => a.start - b.start);
}

function isLonger(other: FieldMatch, match: FieldMatch): boolean {
  return other.start <= match.start && other.end >= match.end && other.end - other.start > match.end - match.start;
}

function findNames(folded: string, names: readonly FieldName[]): FieldMatch[] {
  if (names.length === 0) return [];
  const key = toMatchingKeyWithOrigin(folded);
  const found: FieldMatch[] = [];
  for (const [token, label, forms] of names) {
    for (const [place, form] of forms.entries()) {
      for (let at = key.text.indexOf(form); at >= 0; at = key.text.indexOf(form, at + 1)) {
        const end = at + form.length;
        // Of a group the first form is the full name: 秋田県庁 and 秋田県内 name it too, 秋田市 is something else than 秋田.
        if (!standsAlone(key.text, at, end, place === 0 && token.startsWith(ofGroup))) continue;
        found.push({ token, label, start: key.starts[at] ?? 0, end: key.ends[end - 1] ?? folded.length });
      }
    }
  }
  return found;
}

function standsAlone(text: string, start: number, end: number, mayGoOn: boolean): boolean {
  const [before = '', first = '', last = '', after = ''] = [text[start - 1], text[start], text[end - 1], text[end]];
  if (isOneWord(before, first)) return false;
  if (/[ぁ-ゖー]/.test(last) && /[ぁ-ゖー]/.test(after)) return particles.test(text.slice(end));
  if (kanji.test(after)) return mayGoOn && kanji.test(last) && !/^[市区町村郡]/u.test(text.slice(end));
  return !isOneWord(last, after);
}

function isOneWord(before: string, after: string): boolean {
  return (
    [kanji, /[ぁ-ゖー]/, /[a-z0-9]/].some((script) => script.test(before) && script.test(after)) ||
    (kanji.test(after) && /[ァ-ヺ]/.test(before))
  );
}

const ofGroup = fieldToken('group', '');
const kanji = /\p{sc=Han}/u;
/** After a name in kana a particle may stand; what else goes on is another word. */
const particles = /^(?:の|で|に|は|が|を|と|も|や|へ|から|まで|では|には)(?![ぁ-ゖー])/;

/** 2026年4月, 令和8年4月1日, 2026-04, 2026/4/1, 2026.4, R8.4: as a year, a month or a day, each with its own token. */
function findDays(folded: string): FieldMatch[] {
  return [...folded.matchAll(days)].flatMap((match) => {
    const { era, year = '', month, day, shortMonth, shortDay } = match.groups ?? {};
    const number = Number(era === undefined ? year : readEraYear(era, year));
    const months = Number(month ?? shortMonth ?? 1);
    if (!(number >= 1868 && number <= 2100 && months >= 1 && months <= 12)) return [];
    const parts = [number, month ?? shortMonth, day ?? shortDay].filter((part) => part !== undefined);
    const value = parts.map((part) => String(part).padStart(2, '0')).join('-');
    return { token: fieldToken('day', value), label: match[0], start: match.index, end: match.index + match[0].length };
  });
}

const days = new RegExp(
  '(?<![a-z0-9.])(?:(?<era>明治|大正|昭和|平成|令和|[rh](?=\\d)) ?(?=[\\d元]))?(?<year>\\d{1,4}|元) ?' +
    '(?:年(?!度|[以前後間代])(?: ?(?<month>\\d{1,2})月(?: ?(?<day>\\d{1,2})日)?)?|[-./](?<shortMonth>\\d{1,2})(?:[-./](?<shortDay>\\d{1,2}))?(?![\\d.]))',
  'gu',
);

/** The name of a value in the words of who typed it. */
export interface FieldMatch {
  readonly token: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}
