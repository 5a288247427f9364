/** The Q&As of one group, in the form of `qa.json`. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getGroups } from '../../../library/groups.ts';
import { getBuildDay } from '../../../library/site.ts';
import { absoluteAddress } from '../../../links/address.ts';
import { getWrittenRecords, keyOfRecords } from '../../../links/data/all-records.ts';
import { writeDataFile } from '../../../links/data/data-file.ts';
import { textFile } from '../../../links/files.ts';
import { linkWords } from '../../../strings/links.ts';

export async function getStaticPaths() {
  const day = getBuildDay();
  const groups = await getGroups();
  return Promise.all(
    groups.map(async ({ id, groupName }) => {
      const props = { id, title: linkWords.data.ofGroup(groupName), day };
      return { params: { id }, props, cacheKey: `${await keyOfRecords(id)} ${props.title} ${day}` };
    }),
  );
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ site, props }) => {
  const records = await getWrittenRecords((path) => absoluteAddress(path, site ?? ''), props.id);
  const items = records.map(({ json }) => json);
  return textFile(writeDataFile(props.title, props.day, items), 'application/json');
};
