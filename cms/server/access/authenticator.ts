import { createAccountsAuthenticator } from './accounts-authenticator.ts';
import type { Authenticator, AuthenticatorContext } from './authenticator-contract.ts';
import { createLoopbackAuthenticator } from './loopback-authenticator.ts';
import { createProxyAuthenticator } from './proxy-authenticator.ts';
import type { AccessSettings } from './settings.ts';

/** Tells who is asking, by the way that the settings name. */
export function createAuthenticator(settings: AccessSettings, surroundings: AuthenticatorContext): Authenticator {
  if (settings.mode === 'loopback') return createLoopbackAuthenticator(settings, surroundings);
  return settings.mode === 'accounts'
    ? createAccountsAuthenticator(settings, surroundings)
    : createProxyAuthenticator(settings);
}
