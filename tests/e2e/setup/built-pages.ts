import { globSync } from 'node:fs';
import path from 'node:path';
import type { Site } from './sites.ts';

/** Paths below the base of every HTML page of a built site, redirects and the admin page left out. */
export function builtPages(site: Site): string[] {
  return globSync('**/*.html', { cwd: site.folder })
    .filter((file) => !file.startsWith('admin/'))
    .map((file) =>
      file
        .replace(/index\.html$/, '')
        .split(path.sep)
        .join('/'),
    )
    .sort();
}
