import type { APIRoute } from 'astro';
import { getBuildDay } from '../../library/site.ts';
import { absoluteAddress } from '../../links/address.ts';
import { getDataRecords } from '../../links/data/all-records.ts';
import type { DataFile } from '../../links/data/record.ts';
import { jsonFile } from '../../links/files.ts';
import { linkWords } from '../../strings/links.ts';
import { siteWords } from '../../strings/site.ts';

export const GET: APIRoute = async ({ site }) => {
  const items = await getDataRecords((path) => absoluteAddress(path, site ?? ''));
  const file: DataFile = {
    title: linkWords.data.title,
    publisher: siteWords.name,
    licence: linkWords.licence,
    made: getBuildDay(),
    count: items.length,
    items,
  };
  return jsonFile(file);
};
