import type { APIRoute } from 'astro';
import { getBuildDay } from '../../library/site.ts';
import { getQas } from '../../library/qas.ts';
import { absoluteAddress } from '../../links/address.ts';
import { listReviews } from '../../links/data/review.ts';
import { jsonFile } from '../../links/files.ts';

export const GET: APIRoute = async ({ site }) => {
  const items = listReviews(await getQas(), getBuildDay(), (path) => absoluteAddress(path, site ?? ''));
  return jsonFile({ made: getBuildDay(), count: items.length, items });
};
