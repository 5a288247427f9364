import { createAccountsGate } from './accounts-gate.ts';
import type { Gate, GateSurroundings } from './gate-contract.ts';
import { createLoopbackGate } from './loopback-gate.ts';
import { createProxyGate } from './proxy-gate.ts';
import type { AccessSettings } from './settings.ts';

/** Tells who is asking, by the way that the settings name. */
export function createGate(settings: AccessSettings, surroundings: GateSurroundings): Gate {
  if (settings.mode === 'loopback') return createLoopbackGate(settings, surroundings);
  return settings.mode === 'accounts' ? createAccountsGate(settings, surroundings) : createProxyGate(settings);
}
