import { ImageFault } from './image-fault.ts';

/** Reads numbers and bytes one after another. Reading past the end throws `ImageFault` with `damaged`. */
export class ByteReader {
  at = 0;
  readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  u8(): number {
    return this.view.getUint8(this.advance(1));
  }

  u16(littleEndian = false): number {
    return this.view.getUint16(this.advance(2), littleEndian);
  }

  u24(littleEndian = false): number {
    const [first, second, third] = [this.u8(), this.u8(), this.u8()];
    return littleEndian ? first | (second << 8) | (third << 16) : (first << 16) | (second << 8) | third;
  }

  u32(littleEndian = false): number {
    return this.view.getUint32(this.advance(4), littleEndian);
  }

  /** An unsigned number of 0, 1, 2, 4 or 8 bytes, big-endian; what a number cannot hold exactly is damaged. */
  unsigned(size: number): number {
    if (size === 0) return 0;
    if (size === 1) return this.u8();
    if (size === 2) return this.u16();
    if (size === 4) return this.u32();
    if (size !== 8) throw new ImageFault('damaged');
    const value = Number(this.view.getBigUint64(this.advance(8)));
    if (!Number.isSafeInteger(value)) throw new ImageFault('damaged');
    return value;
  }

  /** A view of the next `length` bytes, not a copy. */
  take(length: number): Uint8Array {
    const start = this.advance(length);
    return this.bytes.subarray(start, start + length);
  }

  skip(length: number): void {
    this.advance(length);
  }

  /** The next `length` bytes as Latin-1. */
  text(length: number): string {
    return latin1(this.take(length));
  }

  private advance(length: number): number {
    if (length < 0 || length > this.left) throw new ImageFault('damaged');
    const start = this.at;
    this.at += length;
    return start;
  }
}

/** For short fields: every byte becomes an argument. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
