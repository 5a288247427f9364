import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getGroups } from '../../../library/groups.ts';
import { getQasOfGroup } from '../../../library/qas.ts';
import { getBuildDay } from '../../../library/site.ts';
import { absoluteAddress, paths } from '../../../links/address.ts';
import { keyOfFeed, newestOfFeed, writeAtom } from '../../../links/feed.ts';
import { feedPaths } from '../../../links/file-paths.ts';
import { textFile } from '../../../links/files.ts';
import { linkWords } from '../../../strings/links.ts';

export async function getStaticPaths() {
  const groups = await getGroups();
  return Promise.all(
    groups.map(async ({ id, groupName }) => {
      const feed = {
        title: linkWords.feeds.ofGroup(groupName),
        path: feedPaths.group(id),
        page: paths.group(id),
        qas: newestOfFeed(await getQasOfGroup(id)),
        empty: getBuildDay(),
      };
      return { params: { id }, props: { feed }, cacheKey: keyOfFeed(feed) };
    }),
  );
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ site, props: { feed } }) =>
  textFile(
    writeAtom(feed, (path) => absoluteAddress(path, site ?? '')),
    'application/atom+xml',
  );
