import { ByteReader } from './byte-reader.ts';
import { joinBytes, littleEndianBytes, textBytes } from './byte-writer.ts';
import { ImageFault } from './image-fault.ts';

/** The chunks of a RIFF body; each begins at an even place. */
export function readChunks(body: Uint8Array): RiffChunk[] {
  const reader = new ByteReader(body);
  const chunks: RiffChunk[] = [];
  while (reader.left > 0) {
    const name = reader.text(4);
    const data = reader.take(reader.u32(true));
    // Some programs leave out the last padding byte.
    if (data.length % 2 === 1 && reader.left > 0) reader.u8();
    chunks.push({ name, data });
    if (chunks.length > maxChunks) throw new ImageFault('damaged');
  }
  return chunks;
}

export function writeChunk(name: string, data: Uint8Array): Uint8Array {
  return joinBytes([textBytes(name), littleEndianBytes(data.length, 4), data, new Uint8Array(data.length % 2)]);
}

/** The chunks that draw one picture, with its size in pixels from the compressed data themselves. */
export function readStill(chunks: readonly RiffChunk[]): { width: number; height: number; parts: Uint8Array[] } {
  const picture = chunks.find(({ name }) => name === 'VP8 ' || name === 'VP8L');
  if (!picture) throw new ImageFault('damaged');
  const alpha = picture.name === 'VP8 ' ? chunks.find(({ name }) => name === 'ALPH') : undefined;
  const size = picture.name === 'VP8 ' ? readLossySize(picture.data) : readLosslessSize(picture.data);
  return { ...size, parts: [...(alpha ? [alpha] : []), picture].map(({ name, data }) => writeChunk(name, data)) };
}

/** RFC 6386: a key frame's tag, start code and two sides of 14 bits. */
function readLossySize(data: Uint8Array): { width: number; height: number } {
  const reader = new ByteReader(data);
  const tag = reader.u24(true);
  const isKeyFrame = (tag & 1) === 0;
  const firstPartLength = tag >> 5;
  if (!isKeyFrame || reader.u24() !== 0x9d012a) throw new ImageFault('damaged');
  const [width, height] = [reader.u16(true) & 0x3fff, reader.u16(true) & 0x3fff];
  if (firstPartLength > reader.left) throw new ImageFault('damaged');
  return { width, height };
}

/** A signature byte, then two sides less one of 14 bits. */
function readLosslessSize(data: Uint8Array): { width: number; height: number } {
  const reader = new ByteReader(data);
  if (reader.u8() !== 0x2f) throw new ImageFault('damaged');
  const bits = reader.u32(true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

const maxChunks = 5_000;

export interface RiffChunk {
  name: string;
  data: Uint8Array;
}
