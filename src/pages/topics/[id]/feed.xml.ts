import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getBuildDay } from '../../../library/site.ts';
import { getQasOfTopics } from '../../../library/qas.ts';
import { withDescendants } from '../../../library/topic-families.ts';
import { getTopics } from '../../../library/topics.ts';
import { absoluteAddress, paths } from '../../../links/address.ts';
import { topicFeedIds, writeAtom } from '../../../links/feed.ts';
import { feedPaths } from '../../../links/file-paths.ts';
import { textFile } from '../../../links/files.ts';
import { linkWords } from '../../../strings/links.ts';

export async function getStaticPaths() {
  return (await getTopics()).flatMap((topic) =>
    topicFeedIds(topic).map((id) => ({ params: { id }, props: { topic } })),
  );
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ site, props: { topic } }) => {
  const qas = await getQasOfTopics(withDescendants(topic));
  return textFile(
    writeAtom(
      {
        title: linkWords.feeds.ofTopic(topic.name),
        path: feedPaths.topic(topic.id),
        page: paths.topic(topic.id),
        qas,
        empty: getBuildDay(),
      },
      (path) => absoluteAddress(path, site ?? ''),
    ),
    'application/atom+xml',
  );
};
