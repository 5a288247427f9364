import type { APIRoute } from 'astro';
import { buildDay } from '../../library/build-day.ts';
import { getEvents } from '../../library/events.ts';
import { absoluteAddress } from '../../links/address.ts';
import { writeCalendar } from '../../links/calendar.ts';
import { textFile } from '../../links/files.ts';

export const GET: APIRoute = async ({ site }) =>
  textFile(
    writeCalendar(await getEvents(), { absolute: (path) => absoluteAddress(path, site ?? ''), day: buildDay }),
    'text/calendar',
  );
