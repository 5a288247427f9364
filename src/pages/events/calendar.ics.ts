import type { APIRoute } from 'astro';
import { getBuildDay } from '../../library/site.ts';
import { getEvents } from '../../library/events.ts';
import { absoluteAddress } from '../../links/address.ts';
import { writeCalendar } from '../../links/calendar.ts';
import { textFile } from '../../links/files.ts';

export const GET: APIRoute = async ({ site }) =>
  textFile(
    writeCalendar(await getEvents(), { absolute: (path) => absoluteAddress(path, site ?? ''), day: getBuildDay() }),
    'text/calendar',
  );
