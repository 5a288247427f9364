/** Former addresses and where they lead, as paths inside the site. */
import type { APIRoute } from 'astro';
import { getRedirects } from '../../links/moved-pages.ts';
import { jsonFile } from '../../links/files.ts';

export const GET: APIRoute = async () => jsonFile(await getRedirects());
