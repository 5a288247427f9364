import { ImageFault } from './image-fault.ts';

/** Collects the parts of a file and joins them at the end. */
export class ByteWriter {
  private readonly parts: Uint8Array[] = [];
  length = 0;

  /**
   * Adds parts at the end. Throws when there are more than any real file has: an array of tiny parts takes more memory
   * than the file.
   */
  push(...parts: Uint8Array[]): void {
    for (const part of parts) {
      this.parts.push(part);
      this.length += part.length;
    }
    if (this.parts.length > maxParts) throw new ImageFault('damaged');
  }

  join(): Uint8Array<ArrayBuffer> {
    return joinBytes(this.parts);
  }
}

/** Parts of one file that is being written. */
const maxParts = 50_000;

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** One byte for each character; characters above U+00FF are cut to their low byte. */
export function textBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** An unsigned number in `size` bytes (up to 4), big-endian. */
export function numberBytes(value: number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => (value >>> (8 * (size - 1 - index))) & 0xff);
}

/** The same, little-endian. */
export function littleEndianBytes(value: number, size: number): Uint8Array {
  return numberBytes(value, size).reverse();
}
