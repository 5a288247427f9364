import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OneTimeLinks } from '../access/one-time-links.ts';
import { accessMessages } from '../messages/access-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { sendPage } from './send-page.ts';

/**
 * Answers who opens a one-time link: the cookie and the way to the desk, or a page that says where the next link
 * stands. Neither a browser that fetches ahead of a click nor one that is signed in uses the link up. Tells whether it
 * signed the browser in; throws 403 `link` after the page was sent, for the log.
 */
export function openLink(request: IncomingMessage, response: ServerResponse, options: OpenLinkOptions): boolean {
  const { links, secret, desk, isSignedIn, cookieName, cookieAttributes } = options;
  const purpose = `${request.headers['sec-purpose'] ?? ''} ${request.headers.purpose ?? ''}`;
  if (/prefetch|prerender|preview/i.test(purpose)) {
    response.writeHead(503, linkHeaders).end();
    return false;
  }
  const session = isSignedIn ? undefined : links.open(secret);
  if (session === undefined && !isSignedIn) {
    sendPage(response, 403, accessMessages.linkUsedTitle, accessMessages.linkUsed);
    throw new HttpError(403, 'link', accessMessages.linkUsed);
  }
  const cookie = session === undefined ? {} : { 'Set-Cookie': `${cookieName}=${session}; ${cookieAttributes}` };
  response.writeHead(303, { ...linkHeaders, ...cookie, Location: desk }).end();
  return session !== undefined;
}

const linkHeaders = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export interface OpenLinkOptions {
  links: OneTimeLinks;
  /** What the address ends in. */
  secret: string;
  /** Path of the desk. */
  desk: string;
  /** Whether this browser has an open session already: a second click on a used link goes on to the desk. */
  isSignedIn: boolean;
  cookieName: string;
  cookieAttributes: string;
}
