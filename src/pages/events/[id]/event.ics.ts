import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getBuildDay } from '../../../library/site.ts';
import { getEvents } from '../../../library/events.ts';
import { absoluteAddress } from '../../../links/address.ts';
import { hasDate, writeCalendar } from '../../../links/calendar.ts';
import { textFile } from '../../../links/files.ts';

/** The address of an example's calendar was given out once; it stays, and holds nothing. */
export async function getStaticPaths() {
  return (await getEvents()).filter(hasDate).map((event) => ({ params: { id: event.id }, props: { event } }));
}

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ site, props: { event } }) =>
  textFile(
    writeCalendar([event], { absolute: (path) => absoluteAddress(path, site ?? ''), day: getBuildDay() }),
    'text/calendar',
  );
