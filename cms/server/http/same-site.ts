import type { IncomingMessage } from 'node:http';
import { HttpError } from '../messages/http-error.ts';
import { requestMessages } from '../messages/request-messages.ts';
import { ownOrigins, refuseForeignHost, type HostRule } from './own-host.ts';

/** Refuses requests to another host and those that another site made the browser send. Throws 403 `origin`. */
export function refuseOtherSites(request: IncomingMessage, rule: HostRule): void {
  refuseForeignHost(request, rule);
  const { origin } = request.headers;
  const isOwn = origin === undefined ? request.method === 'GET' : ownOrigins(request, rule).includes(origin);
  if (!isOwn) throw new HttpError(403, 'origin', requestMessages.origin);
  const site = request.headers['sec-fetch-site'];
  const isAsked = site === undefined || site === 'same-origin' || (site === 'none' && request.method === 'GET');
  if (!isAsked) throw new HttpError(403, 'origin', requestMessages.origin);
}
