import { parseUrl } from '../schema/parse-url.ts';
import { addressKey } from './address-key.ts';

/**
 * The first address in a text, or an id alone. Chats pass on addresses with a title before them, in full-width
 * characters, or followed by punctuation; `home` is the address of this site's home page.
 */
export function findAddress(text: string, { home, published }: SiteAddresses): FoundAddress | undefined {
  const plain = text.normalize('NFKC').replace(/[\u200b\u2060\ufeff]/g, '');
  const whole = webAddress.exec(plain)?.[0] ?? withoutScheme.exec(plain)?.[0];
  if (whole !== undefined) {
    const written = trimEnd(whole);
    const url = parseUrl(/^[a-z]+:\/\//i.test(written) ? written : `https://${written.replace(/^\/\//, '')}`);
    if (!url) return undefined;
    const isOurs = [home, published].some((own) => own !== undefined && parseUrl(own)?.hostname === url.hostname);
    const { keys, suffix } = toKeys(url, home);
    const rest = plain.replace(whole, ' ').trim();
    // On another host, only keys that contain one of this site's opaque ids are accepted.
    return { keys: isOurs ? keys : keys.filter((key) => opaque.test(key)), suffix, isOurs, rest, mayBeWords: false };
  }
  const path = insidePath.exec(plain)?.[0];
  if (path !== undefined && path.trim() === plain.trim()) {
    const inside = new URL(trimEnd(path.trim()).replace(/^[./]*/, '/'), 'https://site.invalid');
    // 24/7 is no address either.
    const mayBeWords = !/^\s*(?:\.{0,2}\/|q\/)/i.test(path);
    return { ...toKeys(inside, home), isOurs: true, rest: mayBeWords ? plain.trim() : '', mayBeWords };
  }
  const id = oneWord.exec(plain)?.[1]?.toLowerCase();
  if (id === undefined) return undefined;
  const folders = id.includes('-') ? ['topics/', 'pages/'] : ['q/', 'events/', 'pride/#'];
  return { keys: folders.map((folder) => folder + id), suffix: '', isOurs: true, rest: plain.trim(), mayBeWords: true };
}

/** Every tail of the path is a key, because the base path of the site may be, or have been, another. */
function toKeys({ pathname, search, hash }: URL, home: string): Pick<FoundAddress, 'keys' | 'suffix'> {
  const segments = addressKey(decode(pathname)).split('/');
  const tails = segments.map((_, from) => segments.slice(from).join('/')).filter((tail) => tail !== '');
  // A card of まち自慢 has no page of its own.
  const withHash = hash.length > 1 ? tails.map((tail) => `${tail}/${hash.toLowerCase()}`) : [];
  const isSearch = segments.at(-1) === 'search';
  const isHome = ['', addressKey(new URL(home).pathname)].includes(segments.join('/'));
  return {
    keys: [...withHash, ...tails, ...(isHome ? [''] : [])],
    suffix: (isSearch ? search : '') + (/^#[\p{L}\p{N}_-]+$/u.test(decode(hash)) ? hash : ''),
  };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Without punctuation or brackets at the end, which belong to the sentence around the address. */
function trimEnd(address: string): string {
  const end = [...address].findLastIndex((character) => !'.,;:!?)>]}\'"'.includes(character));
  return address.slice(0, end + 1);
}

const inPath = "[\\w\\-.~:/\\[\\]@!$&'()*+,;=%]*";
/** After ? and # browsers show Japanese letters unencoded. */
const behind = "(?:[?#][\\w\\-.~:/?#\\[\\]@!$&'()*+,;=%\\p{L}\\p{N}]*)?";
const webAddress = new RegExp(`(?:https?:)?//[a-z0-9]${inPath}${behind}`, 'iu');
const withoutScheme = new RegExp(
  `(?<![\\w@./-])(?:[a-z0-9-]{1,60}\\.){1,6}[a-z]{2,20}(?::\\d{1,5})?/${inPath}${behind}`,
  'iu',
);
const insidePath = new RegExp(
  `^\\s*(?:\\.{0,2}/)*[a-z0-9._~-]+/${inPath}${behind}\\s*$|^\\s*/[a-z0-9._~-]+/?\\s*$`,
  'iu',
);
const opaque = /^(?:(?:q|events)\/|pride\/#)[a-z0-9]{6,12}$/;
const oneWord = /^\s*([a-z0-9]+(?:-[a-z0-9]+){0,10})\s*$/i;

export interface SiteAddresses {
  readonly home: string;
  /** Where the site says that it is published. */
  readonly published?: string | undefined;
}

export interface FoundAddress {
  /** Addresses as the index keeps them, the likeliest first. */
  readonly keys: readonly string[];
  /** The hash, and for the search page the query string before it. */
  readonly suffix: string;
  /** False for an address of another host. */
  readonly isOurs: boolean;
  /** The text around the address. */
  readonly rest: string;
  /** Whether the text may be ordinary words as well. */
  readonly mayBeWords: boolean;
}
