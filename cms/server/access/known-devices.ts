import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { readCookie } from './headers.ts';

/**
 * Cookies that say "this account was used on this device before", as OWASP's device cookies: signed, bound to one
 * account, and good for nothing but an own count of wrong passwords. Each account has a cookie of its own, for PCs that
 * people share.
 */
export function createKnownDevices(key: Buffer, now: () => number): KnownDevices {
  const sign = (login: string, id: string, issued: string): string =>
    createHmac('sha256', key)
      .update(JSON.stringify(['device', login, id, issued]))
      .digest('base64url');
  return {
    find: (request, login) => {
      const [id = '', issued = '', signature = ''] = (readCookie(request, cookieName(login)) ?? '').split('.');
      const [expected, actual] = [Buffer.from(sign(login, id, issued)), Buffer.from(signature)];
      if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return undefined;
      return Number.parseInt(issued, 36) + maxAgeMs > now() ? id : undefined;
    },
    remember: (login) => {
      const [id, issued] = [randomBytes(16).toString('base64url'), now().toString(36)];
      return {
        name: cookieName(login),
        value: `${id}.${issued}.${sign(login, id, issued)}`,
        maxAgeSeconds: maxAgeMs / 1_000,
      };
    },
  };
}

const maxAgeMs = 365 * 24 * 3_600_000;

function cookieName(login: string): string {
  return `kenjinkai_device_${createHash('sha256').update(login).digest('hex').slice(0, 12)}`;
}

export interface KnownDevices {
  /** Id of the device, if the request comes from one on which the account was used in the last year. */
  find: (request: IncomingMessage, login: string) => string | undefined;
  /** The cookie for a device on which somebody has just signed in. */
  remember: (login: string) => { name: string; value: string; maxAgeSeconds: number };
}
