import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Links that sign one browser in without an account, each valid once, and the sessions that they opened. Both are in
 * memory alone and end with the process: whoever takes over its port afterwards is sent a cookie that opens nothing.
 */
export function createOneTimeLinks(): OneTimeLinks {
  const sessions = new Set<string>();
  const listeners: (() => void)[] = [];
  let secret = newSecret();
  return {
    secret: () => secret,
    onUse: (listener) => void listeners.push(listener),
    open: (offered) => {
      if (!timingSafeEqual(digest(offered), digest(secret))) return undefined;
      secret = newSecret();
      const session = newSecret();
      sessions.add(keyOf(session));
      for (const oldest of sessions) if (sessions.size > maxSessions) sessions.delete(oldest);
      for (const listener of listeners) listener();
      return session;
    },
    isOpen: (session) => sessions.has(keyOf(session)),
    close: (session) => void sessions.delete(keyOf(session)),
  };
}

/** Browsers of one person; the one that came first is signed out for one more. */
const maxSessions = 100;

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function keyOf(session: string): string {
  return digest(session).toString('base64url');
}

export interface OneTimeLinks {
  /** What the link that is valid now ends in: 43 characters of base64url. */
  secret: () => string;
  /** Calls the listener after each use, when `secret` is already the next one. */
  onUse: (listener: () => void) => void;
  /** The secret of a new session for the cookie; `undefined` if the link is wrong or was used before. */
  open: (offered: string) => string | undefined;
  isOpen: (session: string) => boolean;
  close: (session: string) => void;
}
