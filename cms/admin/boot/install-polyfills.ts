import { copyByCommand } from '../../../src/links/share/copy-text.ts';

/**
 * Polyfills of what browsers offer over HTTPS only, for a server that is reached over plain HTTP inside an office's
 * network: Decap calls `crypto.randomUUID` for ids of forms, and `navigator.clipboard`, without which it says
 * 「コピーしました」 but copies nothing. To be called before Decap loads.
 */
export function installPolyfills({ crypto, navigator }: Pick<typeof globalThis, 'crypto' | 'navigator'>): void {
  supply(crypto, 'randomUUID', () => drawUuid(crypto));
  supply(navigator, 'clipboard', { writeText });
}

function supply(owner: object, name: string, value: unknown): void {
  if (name in owner) return;
  Object.defineProperty(owner, name, { value, configurable: true });
}

/** Version 4 of RFC 9562. */
function drawUuid(crypto: Crypto): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const [version = 0, variant = 0] = [bytes[6], bytes[8]];
  bytes[6] = (version & 0x0f) | 0x40;
  bytes[8] = (variant & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

async function writeText(text: string): Promise<void> {
  if (!copyByCommand(text)) throw new Error('The browser does not copy.');
}
