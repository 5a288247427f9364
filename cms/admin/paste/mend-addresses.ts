/**
 * Where a bare address is followed by Japanese, GitHub's rule takes the sentence for a part of it. An address ends
 * before the first character that is no ASCII: a space says so, or brackets where a space would stand before 。 or 」.
 */
export function mendAddresses(text: string): string {
  let mended = '';
  let from = 0;
  for (const { start, end, insert } of findOpenAddresses(text)) {
    mended += text.slice(from, start) + insert;
    from = end;
  }
  return mended + text.slice(from);
}

/** Each address whose end Japanese hides, or that stands in angles, with what is to stand in its place. */
export function findOpenAddresses(text: string): { start: number; end: number; insert: string }[] {
  const open = [...text.matchAll(/[!-~]+/g)].flatMap(({ 0: run, index }) => {
    const end = index + run.length;
    if (end === text.length || /\s/.test(text.charAt(end))) return [];
    // An address takes the rest of its run; brackets and marks may stand before it.
    const [at] = [...run.matchAll(beginning)]
      .slice(0, 8)
      .map((found) => index + found.index)
      .filter((start) => !isWithinLink(text, start));
    if (at === undefined) return [];
    const whole = text.slice(at, end);
    const insert = mend(whole, text.charAt(end));
    return insert === whole ? [] : [{ start: at, end, insert }];
  });
  return [...open, ...findInAngles(text)].sort((one, other) => one.start - other.start);
}

/** Mail programs put addresses into angles, which our texts do not have. */
function findInAngles(text: string): { start: number; end: number; insert: string }[] {
  return [...text.matchAll(inAngles)].flatMap(({ 0: whole, 1: url = '', index }) =>
    isWithinLink(text, index) || trimmed(url) === ''
      ? []
      : [{ start: index, end: index + whole.length, insert: writeLink(url, url) }],
  );
}

const inAngles = /<(https?:\/\/[!-;=?-~]{1,2000})>/gi;

const beginning = /(?<![A-Za-z0-9/.])(?:https?:\/\/|www\.)/gi;

function mend(address: string, next: string): string {
  const url = trimmed(address);
  if (url === '') return address;
  if (!closes.test(next)) return `${address} `;
  return writeLink(url, /^www\./i.test(url) ? `https://${url}` : url) + address.slice(url.length);
}

function writeLink(name: string, target: string): string {
  return `[${name.replace(/[[\]\\*_~`]/g, '\\$&')}](${target.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})`;
}

/**
 * Without the marks that end a sentence, a bracket or bold words; an address that is nothing but its scheme is none.
 */
function trimmed(address: string): string {
  if (address.length > maxLength) return '';
  let end = address.length;
  while (end > 0 && /[?!.,:;*_~'"<>{}|`\\]/.test(address.charAt(end - 1))) end -= 1;
  while (
    address.charAt(end - 1) === ')' &&
    address.slice(0, end).split('(').length < address.slice(0, end).split(')').length
  )
    end -= 1;
  const url = address.slice(0, end);
  return /^(?:https?:\/\/|www\.)[A-Za-z0-9-]+\.[A-Za-z0-9-]|^https?:\/\/[A-Za-z0-9[]/i.test(url) ? url : '';
}

const maxLength = 2_000;
const closes = /[、。｡､｣，．・：；！？）」』】〕〉》］｝〜～…]/;

/** `](https://…)`, `<https://…>` and code say themselves where they end. */
function isWithinLink(text: string, at: number): boolean {
  const lineStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(Math.max(lineStart, at - maxLength), at);
  return (
    /[<"]$|\]\($|\]:\s$/.test(before) ||
    (before.split('`').length - 1) % 2 === 1 ||
    before.lastIndexOf('[') > before.lastIndexOf(']')
  );
}
