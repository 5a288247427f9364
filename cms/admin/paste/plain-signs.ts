/**
 * The writer of Markdown guards against rules that our texts do not have, and guards marks by character references such
 * as `&#x306F;`, which nobody who edits the text can read. Those become the characters themselves; where marks would
 * then not open or close, a space does the same.
 */
export function plainSigns(markdown: string): string {
  return (
    markdown
      .replace(
        /(?<!\\)(\*{1,3}|~~)?&#x([0-9A-F]{1,6});(?=(\*{1,3}|~~)?)/g,
        (_whole, before: string | undefined, code: string, after: string | undefined) => {
          const sign = String.fromCodePoint(Number.parseInt(code, 16));
          const isSpace = /\s/.test(sign);
          return `${before ?? ''}${before !== undefined && !isSpace ? ' ' : ''}${isSpace ? ' ' : sign}${after !== undefined && !isSpace && before === undefined ? ' ' : ''}`;
        },
      )
      // One tilde is a character, and bare addresses of mail are links already.
      .replace(/(?<![~\\])\\~(?![~\\])/g, '~')
      .replace(/(?<=[A-Za-z0-9])\\([@:])/g, '$1')
  );
}

/**
 * Character references in plain text, as web pages' sources have them, become what they stand for, as Markdown writes
 * it.
 */
export function readReferences(text: string): string {
  return resolveReferences(text, tame);
}

/** The same as plain characters. */
export function resolveReferences(text: string, write = (sign: string) => sign): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(nbsp|amp|quot|apos|lt|gt|hellip|times|yen|copy));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return write(names[name.toLowerCase()] ?? whole);
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const isPrintable = code >= 0x20 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff);
      return isPrintable ? write(String.fromCodePoint(code)) : whole;
    },
  );
}

const names: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  hellip: '…',
  times: '×',
  yen: '¥',
  copy: '©',
};

/** Signs that would begin a tag or a program are written as Markdown writes them. */
function tame(sign: string): string {
  return /[<{]/.test(sign) ? `\\${sign}` : sign === '\u00A0' ? ' ' : sign;
}
