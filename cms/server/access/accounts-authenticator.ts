import { accessMessages } from '../messages/access-messages.ts';
import { HttpError } from '../messages/http-error.ts';
import { requestMessages } from '../messages/request-messages.ts';
import { openAccounts, personOf } from './accounts.ts';
import type { Authenticator, AuthenticatorContext } from './authenticator.ts';
import { addressRange } from './client-address.ts';
import { readCookie, sessionCookie } from './headers.ts';
import { createLoginThrottle } from './login-throttle.ts';
import { isPassword } from './password.ts';
import { createSessions } from './sessions.ts';
import type { AccessSettings } from './settings.ts';

/** Names and passwords from a file. */
export function createAccountsAuthenticator(
  { file, idleMinutes, longestHours }: AccountsSettings,
  context: AuthenticatorContext,
): Authenticator {
  const { now, clientAddress, devices } = context;
  const accounts = openAccounts(file);
  const sessions = createSessions({ maxIdleMs: idleMinutes * 60_000, maxAgeMs: longestHours * 3_600_000, now });
  const throttle = createLoginThrottle(now);
  let checking = 0;

  return {
    mode: 'accounts',
    cookieName: () => sessionCookie,
    who: async (request) => {
      const secret = readCookie(request, sessionCookie);
      const session = secret === undefined ? undefined : sessions.find(secret);
      if (secret === undefined || !session) return { person: undefined, session: 'nobody', expires: undefined };
      const account = await accounts.find(session.login);
      if (account?.password !== session.password) {
        sessions.close(secret);
        return { person: undefined, session: 'nobody', expires: undefined };
      }
      return { person: personOf(account), session: secret, expires: session.expires };
    },
    login: async (request, login, password) => {
      const device = devices.find(request, login);
      const { waitMs, succeed } = await throttle.begin({
        login,
        address: addressRange(clientAddress(request)),
        device,
      });
      const sentence = accessMessages.tooManyLogins(Math.ceil(waitMs / 60_000));
      if (waitMs > 0) throw new HttpError(429, 'too-many', sentence, {}, Math.ceil(waitMs / 1_000));
      if (checking >= (device === undefined ? maxChecks : maxChecks + maxDeviceChecks)) {
        await succeed();
        throw new HttpError(503, 'busy', requestMessages.busy, {}, 1);
      }
      checking += 1;
      try {
        const account = await accounts.find(login);
        const isRight = await isPassword(password, account?.password);
        if (!isRight || account?.password === undefined)
          throw new HttpError(401, 'signed-out', accessMessages.wrongPassword);
        await succeed();
        const secret = sessions.open(login, account.password);
        const expires = sessions.find(secret)?.expires;
        return { secret, person: personOf(account), expires, device: devices.remember(login) };
      } finally {
        checking -= 1;
      }
    },
    logout: (request) => {
      const secret = readCookie(request, sessionCookie);
      if (secret !== undefined) sessions.close(secret);
    },
  };
}

/**
 * Passwords checked at once, each taking 32 MiB, and how many more for known devices, which a flood must not keep out.
 */
const maxChecks = 8;
const maxDeviceChecks = 4;

type AccountsSettings = Extract<AccessSettings, { mode: 'accounts' }>;
