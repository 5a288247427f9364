import { copyByCommand } from '../../../src/links/share/copy-text.ts';

/**
 * Gives the page what browsers keep from pages over plain HTTP, as of a server inside an office's network: Decap names
 * its forms and notes with `crypto.randomUUID`, and says 「コピーしました」 where there is no clipboard to copy to. To
 * be called before Decap loads.
 */
export function supplyMissing({ crypto, navigator }: Pick<typeof globalThis, 'crypto' | 'navigator'>): void {
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
