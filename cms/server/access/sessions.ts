import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Sessions in memory: starting the server anew signs everybody out, and nothing on disk can be stolen. Only a hash of
 * what the cookie holds is kept.
 */
export function createSessions({ maxIdleMs, maxAgeMs, now }: SessionLimits): Sessions {
  const sessions = new Map<string, Session>();

  const live = (secret: string): Session | undefined => {
    const key = digest(secret);
    const session = sessions.get(key);
    if (!session) return undefined;
    if (session.expires > now()) return session;
    sessions.delete(key);
    return undefined;
  };

  return {
    open: (login, password) => {
      for (const [key, { expires }] of sessions) if (expires <= now()) sessions.delete(key);
      const secret = randomBytes(32).toString('base64url');
      sessions.set(digest(secret), {
        login,
        password,
        ends: now() + maxAgeMs,
        expires: now() + Math.min(maxIdleMs, maxAgeMs),
      });
      return secret;
    },
    find: (secret) => {
      const session = live(secret);
      if (session) session.expires = Math.min(now() + maxIdleMs, session.ends);
      return session;
    },
    close: (secret) => void sessions.delete(digest(secret)),
  };
}

/** Tokens against forged requests: each belongs to one session, and to one run of the server. */
export function createTokens(): Tokens {
  const key = randomBytes(32);
  const tokenFor = (session: string): string => createHmac('sha256', key).update(session).digest('base64url');
  return {
    tokenFor,
    isToken: (session, token) => {
      const [expected, actual] = [Buffer.from(tokenFor(session)), Buffer.from(token ?? '')];
      return expected.length === actual.length && timingSafeEqual(expected, actual);
    },
  };
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export interface SessionLimits {
  /** Milliseconds without a request, and altogether. */
  maxIdleMs: number;
  maxAgeMs: number;
  now: () => number;
}

interface Session {
  login: string;
  /** Hash of the password with which it was opened: a session ends with its password. */
  password: string;
  /** Milliseconds since 1970; `expires` moves with use, `ends` does not. */
  expires: number;
  ends: number;
}

export interface Sessions {
  open: (login: string, password: string) => string;
  find: (secret: string) => Session | undefined;
  close: (secret: string) => void;
}

export interface Tokens {
  tokenFor: (session: string) => string;
  isToken: (session: string, token: string | undefined) => boolean;
}
