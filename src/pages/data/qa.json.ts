import type { APIRoute } from 'astro';
import { getBuildDay } from '../../library/site.ts';
import { absoluteAddress } from '../../links/address.ts';
import { getWrittenRecords } from '../../links/data/all-records.ts';
import { writeDataFile } from '../../links/data/data-file.ts';
import { textFile } from '../../links/files.ts';
import { linkWords } from '../../strings/links.ts';

export const GET: APIRoute = async ({ site }) => {
  const records = await getWrittenRecords((path) => absoluteAddress(path, site ?? ''));
  const items = records.map(({ json }) => json);
  return textFile(writeDataFile(linkWords.data.title, getBuildDay(), items), 'application/json');
};
