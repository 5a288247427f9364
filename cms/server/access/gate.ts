import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../refusal.ts';
import { refusalWords as words } from '../words.ts';
import { openAccounts, personOf } from './accounts.ts';
import { isListed, isLoopback, readAddressList } from './addresses.ts';
import { createFailureLimits } from './failures.ts';
import { isPassword } from './password.ts';
import { placeholderMail, type Person } from './person.ts';
import { createSessions } from './sessions.ts';
import type { AccessSettings } from './settings.ts';

/** Tells who is asking, by the way that the settings name. */
export function createGate(settings: AccessSettings, surroundings: GateSurroundings): Gate {
  if (settings.mode === 'loopback') return createLoopbackGate(settings, surroundings);
  return settings.mode === 'accounts' ? createAccountsGate(settings, surroundings) : createProxyGate(settings);
}

export const cookieName = 'kenjinkai_cms';

function createLoopbackGate({ name, mail }: Extract<AccessSettings, { mode: 'loopback' }>, { identity }: GateSurroundings): Gate {
  const person: Person = {
    login: 'local',
    name: name ?? identity?.name ?? '編集者',
    mail: mail ?? identity?.mail ?? placeholderMail('local'),
    role: 'administrator',
    groups: [],
  };
  return {
    mode: 'loopback',
    who: async (request) => {
      if (!isLoopback(request.socket.remoteAddress)) throw new Refusal(403, 'origin', words.notLoopback);
      // A proxy on this machine would make everybody look local.
      if (['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some((header) => request.headers[header] !== undefined)) throw new Refusal(403, 'origin', words.forwarded);
      return { person, session: 'local', expires: undefined };
    },
  };
}

function createAccountsGate({ file, idleMinutes, longestHours }: Extract<AccessSettings, { mode: 'accounts' }>, { now }: GateSurroundings): Gate {
  const accounts = openAccounts(file);
  const sessions = createSessions({ idle: idleMinutes * 60_000, longest: longestHours * 3_600_000, now });
  // Few for one person at one place, more for a name or an address alone: somebody guessing must not lock the owner out quickly.
  const near = createFailureLimits({ most: 5, window: 15 * 60_000, now });
  const wide = createFailureLimits({ most: 30, window: 15 * 60_000, now });
  let checking = 0;

  return {
    mode: 'accounts',
    who: async (request) => {
      const secret = readCookie(request);
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
      const address = request.socket.remoteAddress ?? '';
      const [both, each] = [[`${login} ${address}`], [`login ${login}`, `address ${address}`]];
      const wait = Math.max(near.waitFor(both), wide.waitFor(each));
      if (wait > 0) throw new Refusal(429, 'too-many', words.tooManyLogins(Math.ceil(wait / 60_000)), {}, Math.ceil(wait / 1_000));
      if (checking >= mostChecks) throw new Refusal(503, 'busy', words.busy, {}, 1);
      // Counted before the answer is known: many attempts at once must not slip through together.
      const undo = [near.add(both), wide.add(each)];
      checking += 1;
      try {
        const account = await accounts.find(login);
        if (!(await isPassword(password, account?.password)) || account?.password === undefined) throw new Refusal(401, 'signed-out', words.wrongPassword);
        for (const takeBack of undo) takeBack();
        const secret = sessions.open(login, account.password);
        return { secret, person: personOf(account), expires: sessions.find(secret)?.expires };
      } finally {
        checking -= 1;
      }
    },
    logout: (request) => {
      const secret = readCookie(request);
      if (secret !== undefined) sessions.close(secret);
    },
  };
}

function createProxyGate({ file, userHeader, secretHeader, secret, trustedAddresses }: Extract<AccessSettings, { mode: 'proxy' }>): Gate {
  const accounts = openAccounts(file);
  const trusted = readAddressList(trustedAddresses);
  const isProxy = (request: IncomingMessage): boolean => {
    if (trustedAddresses.length > 0 && !isListed(trusted, request.socket.remoteAddress)) return false;
    return secret === undefined || secretHeader === undefined || isSame(single(request, secretHeader) ?? '', secret);
  };
  return {
    mode: 'proxy',
    who: async (request) => {
      if (!isProxy(request)) throw new Refusal(403, 'origin', words.host);
      const login = single(request, userHeader);
      if (login === undefined) return { person: undefined, session: 'nobody', expires: undefined };
      const account = await accounts.find(login);
      if (!account) throw new Refusal(403, 'not-allowed', words.unknownPerson);
      return { person: personOf(account), session: `proxy ${login}`, expires: undefined };
    },
  };
}

/** Passwords checked at once: each takes 32 MiB. */
const mostChecks = 8;

function readCookie(request: IncomingMessage): string | undefined {
  const found = (request.headers.cookie ?? '').split(';').map((part) => part.trim()).filter((part) => part.startsWith(`${cookieName}=`));
  return found.length === 1 ? found[0]?.slice(cookieName.length + 1) : undefined;
}

/** A header that stands there exactly once; two of them would be a smuggled one. */
function single(request: IncomingMessage, name: string): string | undefined {
  const values = request.headersDistinct[name] ?? [];
  return values.length === 1 && values[0] !== '' ? values[0] : undefined;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

export interface GateSurroundings {
  /** Git's own identity on this machine, if it has one. */
  identity: { name: string; mail: string } | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface Visitor {
  /** `undefined`: has to sign in. */
  person: Person | undefined;
  /** What the token against forged requests is bound to. */
  session: string;
  expires: number | undefined;
}

export interface Gate {
  mode: AccessSettings['mode'];
  who: (request: IncomingMessage) => Promise<Visitor>;
  login?: (request: IncomingMessage, login: string, password: string) => Promise<{ secret: string; person: Person; expires: number | undefined }>;
  logout?: (request: IncomingMessage) => void;
}
