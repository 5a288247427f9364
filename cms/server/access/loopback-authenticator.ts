import { accessMessages } from '../messages/access-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import type { Authenticator, AuthenticatorContext } from './authenticator.ts';
import { readCookie, sessionCookie } from './headers.ts';
import { createOneTimeLinks } from './one-time-links.ts';
import { placeholderMail, type Person } from './person.ts';
import type { AccessSettings } from './settings.ts';

/** No accounts: whoever started the server is let in, by a link that other users of the machine cannot read. */
export function createLoopbackAuthenticator(
  { name, mail }: LoopbackSettings,
  { identity }: AuthenticatorContext,
): Authenticator {
  const links = createOneTimeLinks();
  const person: Person = {
    login: 'local',
    name: name ?? identity?.name ?? '編集者',
    mail: mail ?? identity?.mail ?? placeholderMail('local'),
    role: 'administrator',
    groups: [],
  };
  // Browsers send the cookies of one host to all its ports: two servers on one machine must not end each other's
  // sessions.
  const cookieName: Authenticator['cookieName'] = (request) => `${sessionCookie}_${request.socket.localPort}`;
  return {
    mode: 'loopback',
    cookieName,
    links,
    who: async (request) => {
      const session = readCookie(request, cookieName(request));
      if (session === undefined || !links.isOpen(session)) throw new HttpError(401, 'link', accessMessages.linkNeeded);
      return { person, session, expires: undefined };
    },
    logout: (request) => {
      const session = readCookie(request, cookieName(request));
      if (session !== undefined) links.close(session);
    },
  };
}

type LoopbackSettings = Extract<AccessSettings, { mode: 'loopback' }>;
