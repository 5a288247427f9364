import type { APIRoute } from 'astro';
import { absoluteAddress } from '../../links/address.ts';
import { getDataRecords } from '../../links/data/all-records.ts';
import { writeTable } from '../../links/data/table.ts';
import { textFile } from '../../links/files.ts';

export const GET: APIRoute = async ({ site }) =>
  textFile(writeTable(await getDataRecords((path) => absoluteAddress(path, site ?? ''))), 'text/csv');
