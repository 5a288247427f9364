import type { APIRoute } from 'astro';
import { absoluteAddress } from '../links/address.ts';
import { textFile } from '../links/files.ts';
import { writeSitemapIndex } from '../links/site-pages.ts';
import { getSitemapParts } from './_sitemap-parts.ts';

export const GET: APIRoute = async ({ site }) =>
  textFile(
    writeSitemapIndex(await getSitemapParts(), (path) => absoluteAddress(path, site ?? '')),
    'application/xml',
  );
