import * as z from 'zod';

/** Eight opaque characters of base32 (RFC 4648, lower case); shorter and longer ones are allowed for imported entries. */
export const qaId = z.string().regex(/^[a-z0-9]{6,12}$/);

export const topicId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

/** A calendar day in Japan, `YYYY-MM-DD`, that exists. */
export const day = z.iso.date();

/** A moment with offset, such as `2027-02-13T14:00+09:00`. */
export const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/).refine((value) => !Number.isNaN(Date.parse(value)));

/** A path inside the site that starts and ends with a slash, as in `/q/old-name/`. */
export const sitePath = z.string().regex(/^\/(?!\/)([A-Za-z0-9._~-]+\/)+$/);

export const webAddress = z.url({ protocol: /^https?$/ });

/** One line of text with no control characters. `most` counts characters as people do (code points). */
export function line(most: number, least = 1): z.ZodString {
  return z
    .string()
    .regex(/^[^\p{Cc}]*$/u)
    .refine((text) => text.trim() === text)
    .refine((text) => countCharacters(text) >= least, { params: { least } })
    .refine((text) => countCharacters(text) <= most, { params: { most } });
}

export function countCharacters(text: string): number {
  return [...text].length;
}
