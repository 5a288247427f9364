import type { IncomingMessage } from 'node:http';
import type { KnownDevices } from './known-devices.ts';
import type { OneTimeLinks } from './one-time-links.ts';
import type { Person } from './person.ts';
import type { AccessSettings } from './settings.ts';

/** Tells who asks, and signs people in and out where it is its task. */
export interface Authenticator {
  mode: AccessSettings['mode'];
  /** Of the session. */
  cookieName: (request: IncomingMessage) => string;
  /** Loopback mode only. */
  links?: OneTimeLinks;
  /** Throws an `HttpError` where nobody may even sign in. */
  who: (request: IncomingMessage) => Promise<Visitor>;
  login?: (request: IncomingMessage, login: string, password: string) => Promise<SignedIn>;
  logout?: (request: IncomingMessage) => void;
}

export interface AuthenticatorContext {
  /** Git's own identity on this machine, if it has one. */
  identity: { name: string; mail: string } | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
  clientAddress: (request: IncomingMessage) => string;
  devices: KnownDevices;
}

export interface Visitor {
  /** `undefined`: has to sign in. */
  person: Person | undefined;
  /** What the token against forged requests is bound to. */
  session: string;
  expires: number | undefined;
}

interface SignedIn {
  /** For the session's cookie. */
  secret: string;
  person: Person;
  expires: number | undefined;
  /** Cookie that marks the device as known to the account. */
  device: ReturnType<KnownDevices['remember']>;
}
