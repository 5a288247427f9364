import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getQasOfTopics } from '../../../library/qas.ts';
import { getBuildDay } from '../../../library/site.ts';
import { withDescendants } from '../../../library/topic-families.ts';
import { getTopics } from '../../../library/topics.ts';
import { absoluteAddress, paths } from '../../../links/address.ts';
import { keyOfFeed, newestOfFeed, topicFeedIds, writeAtom } from '../../../links/feed.ts';
import { feedPaths } from '../../../links/file-paths.ts';
import { textFile } from '../../../links/files.ts';
import { linkWords } from '../../../strings/links.ts';

export async function getStaticPaths() {
  const topics = await getTopics();
  const ofTopics = await Promise.all(
    topics.map(async (topic) => {
      const feed = {
        title: linkWords.feeds.ofTopic(topic.name),
        path: feedPaths.topic(topic.id),
        page: paths.topic(topic.id),
        qas: newestOfFeed(await getQasOfTopics(withDescendants(topic))),
        empty: getBuildDay(),
      };
      return topicFeedIds(topic).map((id) => ({ params: { id }, props: { feed }, cacheKey: keyOfFeed(feed) }));
    }),
  );
  return ofTopics.flat();
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ site, props: { feed } }) =>
  textFile(
    writeAtom(feed, (path) => absoluteAddress(path, site ?? '')),
    'application/atom+xml',
  );
