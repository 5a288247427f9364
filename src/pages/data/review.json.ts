import type { APIRoute } from 'astro';
import { buildDay } from '../../library/build-day.ts';
import { getQas } from '../../library/qas.ts';
import { absoluteAddress } from '../../links/address.ts';
import { listReviews } from '../../links/data/review.ts';
import { jsonFile } from '../../links/files.ts';

export const GET: APIRoute = async ({ site }) => {
  const items = listReviews(await getQas(), buildDay, (path) => absoluteAddress(path, site ?? ''));
  return jsonFile({ made: buildDay, count: items.length, items });
};
