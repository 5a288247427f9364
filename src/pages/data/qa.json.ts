import type { APIRoute } from 'astro';
import { getBuildDay } from '../../library/site.ts';
import { absoluteAddress } from '../../links/address.ts';
import { getDataRecords } from '../../links/data/all-records.ts';
import { toDataFile } from '../../links/data/data-file.ts';
import { jsonFile } from '../../links/files.ts';
import { linkWords } from '../../strings/links.ts';

export const GET: APIRoute = async ({ site }) => {
  const items = await getDataRecords((path) => absoluteAddress(path, site ?? ''));
  return jsonFile(toDataFile(linkWords.data.title, getBuildDay(), items));
};
