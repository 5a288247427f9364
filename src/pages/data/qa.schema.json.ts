import type { APIRoute } from 'astro';
import * as z from 'zod';
import { absoluteAddress } from '../../links/address.ts';
import { dataFile } from '../../links/data/record.ts';
import { filePaths } from '../../links/file-paths.ts';
import { jsonFile } from '../../links/files.ts';

export const GET: APIRoute = ({ site }) =>
  jsonFile(
    { $id: absoluteAddress(filePaths.schema, site ?? ''), ...z.toJSONSchema(dataFile) },
    'application/schema+json',
  );
