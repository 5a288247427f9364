import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { cacheKeyOf } from '../../library/cache-key.ts';
import { absoluteAddress } from '../../links/address.ts';
import { textFile } from '../../links/files.ts';
import { writeSitemap } from '../../links/site-pages.ts';
import { getSitemapParts } from '../_sitemap-parts.ts';

export async function getStaticPaths() {
  return (await getSitemapParts()).map(({ name, pages }) => ({
    params: { part: name },
    props: { pages },
    cacheKey: cacheKeyOf(pages),
  }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ site, props: { pages } }) =>
  textFile(
    writeSitemap(pages, (path) => absoluteAddress(path, site ?? '')),
    'application/xml',
  );
