/**
 * Whether an address such as `/q/old-name/` belongs to the site itself, so that a page in its place would break the
 * build or hide what stands there. Letters count as equal in both cases, as on the disks of Windows and macOS.
 */
export function isReservedAddress(address: string): boolean {
  const path = address.toLowerCase();
  const [first = '', ...others] = path.split('/').filter((segment) => segment !== '');
  if (first.startsWith('_') || foldersOfFiles.has(first)) return true;
  if (others.length === 0 && pages.has(first)) return true;
  if (lists.test(path)) return true;
  return [first, ...others].some((segment) => fileName.test(segment) || astroNames.has(segment));
}

/** Whether a file of this name would make a page that Astro takes for something else. */
export function isReservedName(name: string): boolean {
  return astroNames.has(name.toLowerCase());
}

/** Files for programs, pictures and the desk: what is below these folders is made by the build. */
const foldersOfFiles = new Set([
  'admin',
  'api',
  'assets',
  'cards',
  'data',
  'feeds',
  'hosting',
  'images',
  'media',
  'pagefind',
  'sitemap',
]);

/** Lists with all that stands below them: their older pages, and the topics of a month. */
const lists =
  /^\/(?:new|months\/(?:[1-9]|1[0-2])|topics\/[^/]+\/page|groups\/[^/]+\/(?:posts|articles|samples)|events\/past)\//;

/** The lists and tools of the site. */
const pages = new Set(['search', 'q', 'groups', 'topics', 'months', 'events', 'pride', 'pages']);

/** Astro gives these names a meaning of their own: the start of a folder, and the pages for errors. */
const astroNames = new Set(['index', '404', '500']);

/** Hosts keep names with these endings for files, some of which the build writes. */
const fileName =
  /\.(?:html?|xml|json|csv|md|mdx|ics|txt|svg|png|jpe?g|webp|avif|gif|ico|css|m?js|map|webmanifest|wasm|zip|pdf)$/;
