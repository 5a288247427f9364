/**
 * The permanent URLs of a built site: those of pages, feeds, calendars and data, which people and programs keep.
 * `files` are paths inside the built site with `/` or `\\`; the result has one path each from the root
 * (`/q/abcd2345/`), sorted.
 */
export function listPermanentUrls(files: readonly string[]): string[] {
  return [
    ...new Set(
      files
        .map((file) => file.split('\\').join('/'))
        .filter(isPermanent)
        .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`),
    ),
  ].sort();
}

/**
 * Permanent URLs of the last release (`released`) that the new build no longer has; a redirect or a page that says that
 * an entry was withdrawn counts as there. Both lists hold paths as `listPermanentUrls` gives them.
 */
export function findVanished(released: readonly string[], built: readonly string[]): string[] {
  const standing = new Set(built);
  return released.filter((address) => !standing.has(address));
}

/**
 * Reads the list of released URLs that the repository keeps: one a line; blank lines and lines with `#` are skipped.
 */
export function readReleased(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The text of that list. */
export function writeReleased(addresses: readonly string[]): string {
  return `${['# Addresses of the last release, inside the site. Each must stand for ever: written by check-addresses --write.', ...addresses].join('\n')}\n`;
}

/** Files that programs fetch by a fixed address. Search index, pictures and scripts get new names with each change. */
const permanentFiles = [
  /\.ics$/,
  /^(?:feeds\/[^/]+|(?:groups|topics)\/[^/]+\/feed)\.xml$/,
  /^data\/(?:groups\/)?[^/]+\.(?:json|csv)$/,
  /^(?:llms\.txt|opensearch\.xml|sitemap\.xml|manifest\.webmanifest)$/,
];
const temporaryFolders = /^(?:admin|_astro|pagefind|cards)\//;

function isPermanent(file: string): boolean {
  if (temporaryFolders.test(file)) return false;
  return file.endsWith('index.html') || permanentFiles.some((pattern) => pattern.test(file));
}
