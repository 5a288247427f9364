/**
 * Beginnings of words as bits: a Bloom filter, a third as long as the letters themselves. It knows every beginning that
 * it was made from, and one in fifty of all others.
 */
export function packPrefixes(beginnings: readonly string[]): string {
  const bytes = new Uint8Array(Math.max(1, beginnings.length * bytesEach));
  for (const beginning of beginnings)
    for (const bit of bitsOf(beginning, bytes.length * 8)) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Tells of a beginning whether words can begin so. */
export function unpackPrefixes(packed: string): (beginning: string) => boolean {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return (beginning) =>
    bitsOf(beginning, bytes.length * 8).every((bit) => ((bytes[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0);
}

const bytesEach = 1;
const bitsEach = 5;

/** As many places from two numbers as from five (Kirsch and Mitzenmacher, 2006). */
function bitsOf(beginning: string, length: number): number[] {
  const first = hash(beginning, 0x811c9dc5);
  const second = hash(beginning, 0x9747b28c) | 1;
  return Array.from({ length: bitsEach }, (_, turn) => ((first + turn * second) >>> 0) % length);
}

/** FNV-1a over UTF-16 units, with its bits mixed once more. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
