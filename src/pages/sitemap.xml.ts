import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { getEvents } from '../library/events.ts';
import { getGroups } from '../library/groups.ts';
import { getQas } from '../library/qas.ts';
import { getTopics } from '../library/topics.ts';
import { absoluteAddress } from '../links/address.ts';
import { textFile } from '../links/files.ts';
import { listSitePages, writeSitemap } from '../links/site-pages.ts';

export const GET: APIRoute = async ({ site }) => {
  const [qas, groups, topics, events, pages] = await Promise.all([
    getQas(),
    getGroups(),
    getTopics(),
    getEvents(),
    getCollection('pages'),
  ]);
  const listed = listSitePages({
    qas,
    groups,
    topics,
    events,
    pages: pages.map(({ id, data }) => ({ slug: id, updated: data.updated })),
  });
  return textFile(
    writeSitemap(listed, (path) => absoluteAddress(path, site ?? '')),
    'application/xml',
  );
};
