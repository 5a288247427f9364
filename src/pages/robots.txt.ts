import type { APIRoute } from 'astro';
import { absoluteAddress, address } from '../links/address.ts';
import { filePaths } from '../links/file-paths.ts';
import { textFile } from '../links/files.ts';

/** Read by crawlers only at the root of a host; below a base path the pages' own marks count. */
export const GET: APIRoute = ({ site }) =>
  textFile(
    import.meta.env.AUDIENCE === 'members'
      ? 'User-agent: *\nDisallow: /\n'
      : `User-agent: *\nDisallow: ${address('/admin/')}\n\nSitemap: ${absoluteAddress(filePaths.sitemap, site ?? '')}\n`,
    'text/plain',
  );
