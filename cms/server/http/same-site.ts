import type { IncomingMessage } from 'node:http';
import { Refusal } from '../refusal.ts';
import { refusalWords as words } from '../words.ts';

/**
 * Refuses requests that another site made the browser send, and names that somebody else's DNS points here. Without a known
 * address the site is on this machine, under one of its own names.
 */
export function refuseOtherSites(request: IncomingMessage, address: URL | undefined, otherHosts: readonly string[]): void {
  const host = (request.headersDistinct.host ?? []).length === 1 ? (request.headers.host ?? '').toLowerCase() : '';
  const isKnownHost = address === undefined ? ownNames.test(host) : host === address.host || otherHosts.includes(host);
  if (!isKnownHost) throw new Refusal(403, 'origin', words.host);
  const { origin } = request.headers;
  const expected = address === undefined ? [`http://${host}`, `https://${host}`] : [address.origin];
  if (origin === undefined ? request.method !== 'GET' : !expected.includes(origin)) throw new Refusal(403, 'origin', words.origin);
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && request.method === 'GET')) throw new Refusal(403, 'origin', words.origin);
}

const ownNames = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;
