/**
 * Addresses inside the site that compiled HTML or a plain web address names, decoded, without the base path, query and
 * fragment: `/kenjinkai/images/a%20b.png?1` → `/images/a b.png`. `home` is the address of the home page, ending in a
 * slash, `page` the path of the page below it, from which relative links lead on.
 */
export function listLinkedAddresses(
  html: readonly string[],
  urls: readonly string[],
  home: string,
  page: string,
): string[] {
  const written = html.flatMap((text) =>
    [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, value = '']) => decodeReferences(value)),
  );
  return [...new Set([...written, ...urls].flatMap((url) => toAddress(url, home, page) ?? []))];
}

/** rehype-stringify writes references in hexadecimal only. */
function decodeReferences(value: string): string {
  return value.replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

function toAddress(url: string, home: string, page: string): string | undefined {
  const [target, site] = [URL.parse(url, new URL(page, home)), new URL(home)];
  if (target?.origin !== site.origin || !target.pathname.startsWith(site.pathname)) return undefined;
  return decodePath(target.pathname.slice(site.pathname.length - 1));
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
