/** Which files of a built site are addresses that people and programs keep: pages, feeds, calendars and data. */
export function listPermanentUrls(files: readonly string[]): string[] {
  return [
    ...new Set(
      files
        .map((file) => file.split('\\').join('/'))
        .filter(isLasting)
        .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`),
    ),
  ].sort();
}

/**
 * Addresses of the last release at which nothing stands any more: neither a page, nor one that leads on, nor word of a
 * withdrawal.
 */
export function findVanished(released: readonly string[], built: readonly string[]): string[] {
  const standing = new Set(built);
  return released.filter((address) => !standing.has(address));
}

/** The list as kept in the repository: one address a line, `#` for remarks. */
export function readReleased(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

export function writeReleased(addresses: readonly string[]): string {
  return `${['# Addresses of the last release, inside the site. Each must stand for ever: written by check-addresses --write.', ...addresses].join('\n')}\n`;
}

/** What a program fetches again and again; the search index, pictures and scripts have new names with each change. */
const lastingFiles =
  /^(?:.*\.ics|(?:feeds\/[^/]+|(?:groups|topics)\/[^/]+\/feed)\.xml|data\/[^/]+\.(?:json|csv)|llms\.txt|opensearch\.xml|sitemap\.xml|manifest\.webmanifest)$/;
const passingFolders = /^(?:admin|_astro|pagefind|cards)\//;

function isLasting(file: string): boolean {
  if (passingFolders.test(file)) return false;
  return file.endsWith('index.html') || lastingFiles.test(file);
}
