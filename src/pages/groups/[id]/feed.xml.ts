import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getBuildDay } from '../../../library/site.ts';
import { getGroups } from '../../../library/groups.ts';
import { getQasOfGroup } from '../../../library/qas.ts';
import { absoluteAddress, paths } from '../../../links/address.ts';
import { writeAtom } from '../../../links/feed.ts';
import { feedPaths } from '../../../links/file-paths.ts';
import { textFile } from '../../../links/files.ts';
import { linkWords } from '../../../strings/links.ts';

export async function getStaticPaths() {
  return (await getGroups()).map((group) => ({ params: { id: group.id }, props: { group } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ site, props: { group } }) => {
  const qas = await getQasOfGroup(group.id);
  return textFile(
    writeAtom(
      {
        title: linkWords.feeds.ofGroup(group.groupName),
        path: feedPaths.group(group.id),
        page: paths.group(group.id),
        qas,
        empty: getBuildDay(),
      },
      (path) => absoluteAddress(path, site ?? ''),
    ),
    'application/atom+xml',
  );
};
