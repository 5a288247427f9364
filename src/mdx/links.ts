import { findAddressFault } from '../schema/web-address.ts';
import { dropTrailing } from '../text/trailing.ts';

/**
 * Addresses are taken from an allow-list of forms. `url` is what Markdown has read: entities and escapes are resolved,
 * percent-encoding is not.
 */
export function checkLink(url: string): LinkFault | undefined {
  if (/[\p{C}\s\\]/u.test(url)) return hidesScheme(url) ? 'link-scheme' : 'link-form';
  if (url.startsWith('//')) return 'link-host';
  const scheme = schemeOf(url);
  if (scheme === undefined) return checkRelative(url);
  if (scheme === 'mailto') return /^mailto:[^@:/?#]+@[^@:/?#]+(\?[^#]*)?$/i.test(url) ? undefined : 'link-form';
  if (scheme === 'tel') return /^tel:\+?[0-9()-]{3,20}$/i.test(url) ? undefined : 'link-form';
  if (scheme === 'http' || scheme === 'https') return linkFaults[findAddressFault(url) ?? 'none'];
  return 'link-scheme';
}

/** Only pictures of this site: showing one from elsewhere would tell that host who reads the page. */
export function checkImage(url: string): ImageFault | undefined {
  if (url.startsWith('//') || /^[\p{C}\s]*[a-z][a-z0-9+.-]*:/iu.test(url)) return 'image-outside';
  return isImageAddress(url) ? undefined : 'image-form';
}

export function isImageAddress(url: string): boolean {
  return (
    /^\/(images|media)\/[^?#]+\.(png|jpe?g|webp|avif|gif)$/i.test(url) &&
    !/[\p{C}\s\\:]/u.test(url) &&
    checkRelative(url) === undefined
  );
}

export function isExternal(url: string): boolean {
  return /^https?:/i.test(url);
}

/** `/q/abc/` under the base path `/kenjinkai/` is `/kenjinkai/q/abc/`; every other form stays. */
export function underBase(url: string, basePath: string): string {
  return url.startsWith('/') ? dropTrailing(basePath, '/') + url : url;
}

const linkFaults = {
  none: undefined,
  form: 'link-form',
  credentials: 'link-form',
  'private-host': 'link-private',
} as const;

function checkRelative(url: string): LinkFault | undefined {
  if (hidesScheme(url)) return 'link-scheme';
  const [path = ''] = url.split(/[?#]/, 1);
  const segments = decodeFully(path).split(/[/\\]/);
  if (path.startsWith('/') && (segments.includes('..') || segments.slice(1, -1).includes(''))) return 'link-form';
  return undefined;
}

function schemeOf(url: string): string | undefined {
  return /^([^/?#]*?):/.exec(url)?.[1]?.toLowerCase();
}

/**
 * A browser reads `java%73cript:` as a path, but nobody writes that by accident, and a later step that decodes once
 * more would make it dangerous; the same goes for full-width letters and invisible characters.
 */
function hidesScheme(url: string): boolean {
  const plain = decodeFully(url)
    .normalize('NFKC')
    .replace(/[\p{C}\s]/gu, '');
  const scheme = schemeOf(plain);
  return plain.startsWith('//') || (scheme !== undefined && !['http', 'https', 'mailto', 'tel'].includes(scheme));
}

/** Percent-encoding and character references, as deep as they are stacked. */
function decodeFully(url: string): string {
  let text = url;
  for (let round = 0; round < 5; round += 1) {
    const next = text
      .replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/&(?:#x3a|#58|colon);?/gi, ':');
    if (next === text) break;
    text = next;
  }
  return text;
}

export type LinkFault = 'link-scheme' | 'link-host' | 'link-form' | 'link-private';
export type ImageFault = 'image-outside' | 'image-form';
