/** Ids that forms of this page have drawn; nobody typed them. */
const drawn = new Set<unknown>();

/** Eight characters of base32 (RFC 4648, lower case). */
export function drawId(): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const id = Array.from(bytes, (byte) => alphabet[byte % 32]).join('');
  drawn.add(id);
  return id;
}

export function isDrawn(value: unknown): boolean {
  return drawn.has(value);
}
