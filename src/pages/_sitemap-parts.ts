import { getCollection } from 'astro:content';
import { getEvents } from '../library/events.ts';
import { getGroups } from '../library/groups.ts';
import { getAllQas } from '../library/qas.ts';
import { getBuildDay } from '../library/site.ts';
import { getTopics } from '../library/topics.ts';
import { listSitemapParts, type SitemapPart } from '../links/site-pages.ts';

export async function getSitemapParts(): Promise<SitemapPart[]> {
  const [all, groups, topics, events, pages] = await Promise.all([
    getAllQas(),
    getGroups(),
    getTopics(),
    getEvents(),
    getCollection('pages'),
  ]);
  return listSitemapParts({
    all,
    groups,
    topics,
    events,
    day: getBuildDay(),
    pages: pages.map(({ id, data }) => ({ slug: id, updated: data.updated })),
  });
}
