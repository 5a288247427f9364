import { ByteReader } from './byte-reader.ts';
import { ImageFault } from './image-fault.ts';

/**
 * Width and height of a frame header, in pixels. Baseline, extended and progressive with 8 bits are what browsers
 * decode.
 */
export function readFrame(marker: number, body: Uint8Array): { width: number; height: number } {
  if (marker > 0xc2) throw new ImageFault('unsupported');
  const reader = new ByteReader(body);
  if (reader.u8() !== 8) throw new ImageFault('unsupported');
  const [height, width, components] = [reader.u16(), reader.u16(), reader.u8()];
  if (components !== 1 && components !== 3 && components !== 4) throw new ImageFault('unsupported');
  for (let index = 0; index < components; index += 1) {
    reader.u8();
    const sampling = reader.u8();
    const [across, down] = [sampling >> 4, sampling & 15];
    if (across < 1 || across > 4 || down < 1 || down > 4 || reader.u8() > 3) throw new ImageFault('damaged');
  }
  checkEnd(reader);
  return { width, height };
}

/** A segment of tables ends where its last table ends, so that nothing else hides in it. */
export function checkTables(marker: number, body: Uint8Array): void {
  const reader = new ByteReader(body);
  if (marker === 0xdd) reader.u16();
  else while (reader.left > 0) (marker === 0xdb ? skipQuantisation : skipHuffman)(reader);
  checkEnd(reader);
}

export function checkScan(body: Uint8Array): void {
  const components = body[0] ?? 0;
  if (components < 1 || components > 4 || body.length !== 4 + 2 * components) throw new ImageFault('damaged');
}

function skipQuantisation(reader: ByteReader): void {
  const kind = reader.u8();
  if (kind >> 4 > 1 || (kind & 15) > 3) throw new ImageFault('damaged');
  reader.take(64 * ((kind >> 4) + 1));
}

function skipHuffman(reader: ByteReader): void {
  const kind = reader.u8();
  if (kind >> 4 > 1 || (kind & 15) > 3) throw new ImageFault('damaged');
  const symbols = reader.take(16).reduce((sum, count) => sum + count, 0);
  if (symbols > 256) throw new ImageFault('damaged');
  reader.take(symbols);
}

function checkEnd(reader: ByteReader): void {
  if (reader.left > 0) throw new ImageFault('damaged');
}
