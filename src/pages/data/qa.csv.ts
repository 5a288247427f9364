import type { APIRoute } from 'astro';
import { absoluteAddress } from '../../links/address.ts';
import { getWrittenRecords } from '../../links/data/all-records.ts';
import { writeTable } from '../../links/data/table.ts';
import { textFile } from '../../links/files.ts';

export const GET: APIRoute = async ({ site }) => {
  const records = await getWrittenRecords((path) => absoluteAddress(path, site ?? ''));
  return textFile(writeTable(records.map(({ row }) => row)), 'text/csv');
};
