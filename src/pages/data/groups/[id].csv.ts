/** The Q&As of one group, in the form of `qa.csv`. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getGroups } from '../../../library/groups.ts';
import { absoluteAddress } from '../../../links/address.ts';
import { getWrittenRecords, keyOfRecords } from '../../../links/data/all-records.ts';
import { writeTable } from '../../../links/data/table.ts';
import { textFile } from '../../../links/files.ts';

export async function getStaticPaths() {
  const groups = await getGroups();
  return Promise.all(
    groups.map(async ({ id }) => ({ params: { id }, props: { id }, cacheKey: await keyOfRecords(id) })),
  );
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ site, props: { id } }) => {
  const records = await getWrittenRecords((path) => absoluteAddress(path, site ?? ''), id);
  return textFile(writeTable(records.map(({ row }) => row)), 'text/csv');
};
