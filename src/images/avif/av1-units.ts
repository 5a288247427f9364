import { ByteReader } from '../byte-reader.ts';
import { joinBytes } from '../byte-writer.ts';
import { ImageFault } from '../image-fault.ts';
import { checkSize } from '../image-limits.ts';
import { readSequenceSize } from './sequence-header.ts';

/**
 * The units of an AV1 stream (AV1 5.3) that draw; metadata and padding, which may hold anything, go. A stream that
 * draws more pixels than its file says is refused by its own header.
 */
export function cleanUnits(bytes: Uint8Array): Uint8Array {
  const reader = new ByteReader(bytes);
  const kept: Uint8Array[] = [];
  while (reader.left > 0) {
    const start = reader.at;
    const header = reader.u8();
    const type = (header >> 3) & 15;
    if ((header & 0x80) !== 0) throw new ImageFault('damaged');
    if ((header & 4) !== 0) reader.u8();
    const body = reader.take((header & 2) !== 0 ? readLeb128(reader) : reader.left);
    if (type === sequenceHeader) checkSize({ ...readSequenceSize(body), frames: 1 });
    if (drawing.has(type)) kept.push(bytes.subarray(start, reader.at));
    if (kept.length > maxUnits) throw new ImageFault('damaged');
  }
  return joinBytes(kept);
}

/** Four bytes of settings, then units that every item begins with. */
export function cleanConfiguration(body: Uint8Array): Uint8Array {
  if (body.length < 4) throw new ImageFault('damaged');
  return joinBytes([body.subarray(0, 4), cleanUnits(body.subarray(4))]);
}

const sequenceHeader = 1;

/** Sequence header, frame header, tile group, frame, redundant frame header. */
const drawing = new Set([sequenceHeader, 3, 4, 6, 7]);

const maxUnits = 10_000;

function readLeb128(reader: ByteReader): number {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = reader.u8();
    value += (byte & 0x7f) * 2 ** (7 * index);
    if ((byte & 0x80) === 0) return value;
  }
  throw new ImageFault('damaged');
}
