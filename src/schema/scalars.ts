import * as z from 'zod';
import { canParse } from './parse-url.ts';
import { explainAddress, findAddressFault } from './web-address.ts';
import { findHiddenCharacters, hasHiddenCharacter, nameCharacter } from './hidden-characters.ts';
import { explainPath, findSegmentFault } from './path-segment.ts';
import { fieldName } from './field.ts';

/**
 * Eight opaque characters of base32 (RFC 4648, lower case); shorter and longer ones are allowed for imported entries.
 */
export const qaId = z
  .string()
  .regex(
    /^[a-z0-9]{6,12}$/,
    `${fieldName}がIDの形ではありません。半角の英小文字と数字で6〜12文字（ふつうは8文字）にしてください。`,
  );

export const topicId = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    `${fieldName}が話題のIDの形ではありません。「office-move」のように、半角の英小文字・数字・「-」で書いてください。`,
  );

/**
 * Calendars, feeds and the names of eras hold for these years; another year is a slip (the first one is 明治元年). Of a
 * moment the local year counts.
 */
const knownYears = { first: 1868, last: 2100 } as const;

const farYear = {
  params: {
    sentence: `${fieldName}の年が${knownYears.first}年から${knownYears.last}年までの間にありません。年を確かめて直してください。`,
  },
};

/** One of the twelve, as a number. */
export const monthOfYear = z
  .int()
  .min(1)
  .max(12)
  .meta({ choices: Object.fromEntries(Array.from({ length: 12 }, (_, index) => [index + 1, `${index + 1}月`])) });

/** A calendar day in Japan, `YYYY-MM-DD`, that exists. */
export const day = z.iso.date().refine(isInKnownYears, farYear);

/** A month in Japan, `YYYY-MM`. */
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, `${fieldName}が年月の形ではありません。「2021-09」の形で書いてください。`)
  .refine(isInKnownYears, farYear);

const momentPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;

/** A moment with offset, such as `2027-02-13T14:00+09:00`. */
export const moment = z
  .string()
  .regex(momentPattern, `${fieldName}が日時の形ではありません。「2027-02-13T14:00+09:00」の形で書いてください。`)
  .refine((value) => !momentPattern.test(value) || isRealMoment(value), {
    params: {
      sentence: `${fieldName}が実在しない日時です。日付・時刻と、最後の時差（日本なら「+09:00」）を確かめて直してください。例：2027-02-13T14:00+09:00。`,
    },
  })
  .refine(isInKnownYears, farYear);

/**
 * In characters; with the folder of the build before it and a file name behind it the path stays below Windows' limit
 * of 260.
 */
const maxSitePathLength = 150;

/** A path inside the site that starts and ends with a slash, as in `/q/old-name/`. */
export const sitePath = z
  .string()
  .regex(
    /^\/(?!\/)([A-Za-z0-9._~-]+\/)+$/,
    `${fieldName}がアドレスの形ではありません。「/q/以前のID/」のように、「/」で始めて「/」で終えてください。`,
  )
  .refine((path) => path.length <= maxSitePathLength, { params: { most: maxSitePathLength } })
  .refine((path) => path.split('/').every((segment) => findSegmentFault(segment) === undefined), {
    params: { sentence: explainPath },
  });

export const webAddress = z
  .url({ protocol: /^https?$/ })
  .refine((address) => !/^https?:/i.test(address) || !canParse(address) || findAddressFault(address) === undefined, {
    params: { sentence: explainAddress },
  });

/** One line of text with no control characters. `most` counts characters as people do (code points). */
export function line(most: number, least = 1): z.ZodString {
  return z
    .string()
    .regex(/^[^\p{Cc}]*$/u, `${fieldName}に改行や目に見えない文字が入っています。一行に直してください。`)
    .refine((text) => /\p{Cc}/u.test(text) || !hasHiddenCharacter(text), hiddenCharacter)
    .refine((text) => text.trim() === text)
    .refine((text) => countCharacters(text) >= least, { params: { least } })
    .refine((text) => countCharacters(text) <= most, { params: { most } })
    .meta({ maxCharacters: most });
}

/** Plain text of one or several lines. `most` counts UTF-16 units. */
export function paragraphs(most: number): z.ZodString {
  return z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !hasHiddenCharacter(text), hiddenCharacter);
}

const hiddenCharacter = { params: { sentence: explainHiddenCharacters } };

function explainHiddenCharacters(text: string): string {
  const names = new Set(findHiddenCharacters(text, maxNamed).map(({ character }) => nameCharacter(character)));
  return `${fieldName}に目に見えない文字、または使えない文字（${[...names].join('、')}）が入っています。その場所を消して、打ち直してください。`;
}

const maxNamed = 5;

export function countCharacters(text: string): number {
  return [...text].length;
}

function isInKnownYears(text: string): boolean {
  const year = /^(\d{4})-/.exec(text)?.[1];
  return year === undefined || (Number(year) >= knownYears.first && Number(year) <= knownYears.last);
}

/** `Date.parse` takes 30 February, 24:00 and an offset of a whole day. Offsets in use reach from −12:00 to +14:00. */
function isRealMoment(text: string): boolean {
  const [, date = '', hours, offsetHours, offsetMinutes] =
    /^(.{10})T(\d{2}).*?(?:Z|[+-](\d{2}):(\d{2}))$/.exec(text) ?? [];
  const isOffset = Number(offsetHours ?? 0) <= 14 && Number(offsetMinutes ?? 0) <= 59;
  return z.iso.date().safeParse(date).success && Number(hours) <= 23 && isOffset && !Number.isNaN(Date.parse(text));
}
