import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { isLoopback } from '../access/client-address.ts';
import { HttpError } from '../messages/http-error.ts';
import { requestMessages } from '../messages/request-messages.ts';

/**
 * Refuses requests that are addressed to another host, as when somebody's DNS points at this machine (DNS rebinding).
 * Pages are checked as the API is. In loopback mode the host is the bound address with its port, and a proxy on this
 * machine is refused too, because it would make everybody look local. Throws 403 `origin`.
 */
export function refuseForeignHost(request: IncomingMessage, rule: HostRule): void {
  const host = readHost(request);
  if (rule.mode === 'named') {
    if (host !== rule.address.host && !rule.otherHosts.includes(host))
      throw new HttpError(403, 'origin', requestMessages.host);
    return;
  }
  if (!isLoopback(request.socket.remoteAddress)) throw new HttpError(403, 'origin', requestMessages.notLoopback);
  if (Object.keys(request.headers).some((name) => proxyHeader.test(name)))
    throw new HttpError(403, 'origin', requestMessages.proxied);
  if (!boundHosts(request).includes(host))
    throw new HttpError(403, 'origin', requestMessages.foreignHost(localPort(request)));
}

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

/** The origins that a page of ours can have, as browsers write them. */
function ownOrigins(request: IncomingMessage, rule: HostRule): string[] {
  return rule.mode === 'named' ? [rule.address.origin] : [`${schemeOf(request)}://${readHost(request)}`];
}

/** `''` if the header is missing or stands there twice. */
function readHost(request: IncomingMessage): string {
  const hosts = request.headersDistinct.host ?? [];
  return hosts.length === 1 ? (hosts[0] ?? '').toLowerCase() : '';
}

function boundHosts(request: IncomingMessage): string[] {
  const address = (request.socket.localAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  const names = ['localhost', address.includes(':') ? `[${address}]` : address];
  const port = localPort(request);
  const isDefault = port === (schemeOf(request) === 'https' ? 443 : 80);
  return names.flatMap((name) => [`${name}:${port}`, ...(isDefault ? [name] : [])]);
}

function localPort(request: IncomingMessage): number {
  return request.socket.localPort ?? 0;
}

function schemeOf(request: IncomingMessage): 'http' | 'https' {
  return (request.socket as Partial<TLSSocket>).encrypted === true ? 'https' : 'http';
}

/** What reverse proxies, load balancers and content delivery networks add to say for whom they ask. */
const proxyHeader =
  /^(?:via|forwarded(?:-.*)?|x-forwarded(?:-.*)?|x-real-ip|x-original-.*|(?:x-|x-cluster-|fastly-|true-)?client-ip|cf-.*|cdn-loop|x-envoy-.*|x-proxyuser-ip)$/;

/** Which hosts are ours: the bound address of this machine, or those that the settings name. */
export type HostRule = { mode: 'loopback' } | { mode: 'named'; address: URL; otherHosts: readonly string[] };
