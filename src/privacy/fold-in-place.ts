/**
 * The text in plain half-width ASCII wherever that can be done one UTF-16 unit for one, so that an offset in the
 * result is the same offset in the original. NFKC cannot be used here: it changes lengths.
 */
export function foldInPlace(text: string): string {
  return text.replace(foldable, (unit) => folded(unit));
}

/**
 * Web addresses blanked out: the digits and names in them are addresses, not numbers of a person. Same length as the
 * input.
 */
export function blankWebAddresses(text: string): string {
  return text.replace(/https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%|]+/gi, (address) => '\u0000'.repeat(address.length));
}

const dashes = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501\u30fc\ufe63\uff70';
const invisible = '\u00a0\u2000-\u200d\u2060\u3000\ufeff\u00ad';
const foldable = new RegExp(
  `[\\uff01-\\uff5e]|(?<=[0-9\\uff10-\\uff19)\\uff09][ \\u3000]?)[${dashes}]|[${invisible}]`,
  'g',
);

function folded(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return dashes.includes(unit) ? '-' : ' ';
}
