import type { APIRoute } from 'astro';
import { getBuildDay } from '../../library/site.ts';
import { getQas } from '../../library/qas.ts';
import { absoluteAddress, paths } from '../../links/address.ts';
import { writeAtom } from '../../links/feed.ts';
import { feedPaths } from '../../links/file-paths.ts';
import { textFile } from '../../links/files.ts';
import { linkWords } from '../../strings/links.ts';

export const GET: APIRoute = async ({ site }) =>
  textFile(
    writeAtom(
      { title: linkWords.feeds.all, path: feedPaths.all, page: paths.new, qas: await getQas(), empty: getBuildDay() },
      (path) => absoluteAddress(path, site ?? ''),
    ),
    'application/atom+xml',
  );
