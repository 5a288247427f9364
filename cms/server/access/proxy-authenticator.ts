import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { accessMessages } from '../messages/access-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { requestMessages } from '../messages/request-messages.ts';
import { openAccounts, personOf } from './accounts.ts';
import type { Authenticator } from './authenticator.ts';
import { isListed, readAddressList } from './client-address.ts';
import { sessionCookie, singleHeader } from './headers.ts';
import type { AccessSettings } from './settings.ts';

/** A reverse proxy has signed the person in and names them in a header. */
export function createProxyAuthenticator({
  file,
  userHeader,
  secretHeader,
  secret,
  trustedAddresses,
}: ProxySettings): Authenticator {
  const accounts = openAccounts(file);
  const trusted = readAddressList(trustedAddresses);
  const isProxy = (request: IncomingMessage): boolean => {
    if (trustedAddresses.length > 0 && !isListed(trusted, request.socket.remoteAddress)) return false;
    return (
      secret === undefined || secretHeader === undefined || isSame(singleHeader(request, secretHeader) ?? '', secret)
    );
  };
  return {
    mode: 'proxy',
    cookieName: () => sessionCookie,
    who: async (request) => {
      if (!isProxy(request)) throw new HttpError(403, 'origin', requestMessages.host);
      const login = singleHeader(request, userHeader);
      if (login === undefined) return { person: undefined, session: 'nobody', expires: undefined };
      const account = await accounts.find(login);
      if (!account) throw new HttpError(403, 'not-allowed', accessMessages.unknownPerson);
      return { person: personOf(account), session: `proxy ${login}`, expires: undefined };
    },
  };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

type ProxySettings = Extract<AccessSettings, { mode: 'proxy' }>;
