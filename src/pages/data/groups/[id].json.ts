/** The Q&As of one group, in the form of `qa.json`. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getGroups } from '../../../library/groups.ts';
import { getBuildDay } from '../../../library/site.ts';
import { absoluteAddress } from '../../../links/address.ts';
import { getDataRecords } from '../../../links/data/all-records.ts';
import { toDataFile } from '../../../links/data/data-file.ts';
import { jsonFile } from '../../../links/files.ts';
import { linkWords } from '../../../strings/links.ts';

export async function getStaticPaths() {
  return (await getGroups()).map(({ id, groupName }) => ({ params: { id }, props: { id, groupName } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ site, props }) => {
  const items = await getDataRecords((path) => absoluteAddress(path, site ?? ''), props.id);
  return jsonFile(toDataFile(linkWords.data.ofGroup(props.groupName), getBuildDay(), items));
};
