import { ByteReader } from '../byte-reader.ts';
import { joinBytes, numberBytes, textBytes } from '../byte-writer.ts';
import { ImageFault } from '../image-fault.ts';

/** The boxes that fill `bytes` (ISO/IEC 14496-12): a length, a name of four letters, a body. */
export function readBoxes(bytes: Uint8Array): Box[] {
  const reader = new ByteReader(bytes);
  const boxes: Box[] = [];
  while (reader.left > 0) {
    const start = reader.at;
    const size = reader.u32();
    const type = reader.text(4);
    const length = size === 1 ? reader.unsigned(8) : size === 0 ? bytes.length - start : size;
    boxes.push({ type, body: reader.take(length - (reader.at - start)) });
    if (boxes.length > maxBoxes) throw new ImageFault('damaged');
  }
  return boxes;
}

/** Boxes at the top of a file; a tail that is no box is told apart, not refused. */
export function readTopBoxes(bytes: Uint8Array): { boxes: Box[]; hasTail: boolean } {
  const reader = new ByteReader(bytes);
  const boxes: Box[] = [];
  while (reader.left >= 8 && boxes.length < maxBoxes) {
    const start = reader.at;
    const size = reader.u32();
    const type = reader.text(4);
    const length = size === 1 && reader.left >= 8 ? reader.unsigned(8) : size === 0 ? bytes.length - start : size;
    const left = length - (reader.at - start);
    if (left < 0 || left > reader.left || !/^[ -~]{4}$/.test(type)) return { boxes, hasTail: true };
    boxes.push({ type, body: reader.take(left) });
  }
  return { boxes, hasTail: reader.left > 0 };
}

/** The one box of that name. */
export function findBox(boxes: readonly Box[], type: string): Uint8Array | undefined {
  const found = boxes.filter((box) => box.type === type);
  if (found.length > 1) throw new ImageFault('damaged');
  return found[0]?.body;
}

export function needBox(boxes: readonly Box[], type: string): Uint8Array {
  const body = findBox(boxes, type);
  if (!body) throw new ImageFault('damaged');
  return body;
}

/** Reads the version and flags with which many boxes begin. */
export function openFullBox(body: Uint8Array): { reader: ByteReader; version: number; flags: number } {
  const reader = new ByteReader(body);
  return { reader, version: reader.u8(), flags: reader.u24() };
}

export function writeBox(type: string, ...parts: Uint8Array[]): Uint8Array {
  const body = joinBytes(parts);
  return joinBytes([numberBytes(body.length + 8, 4), textBytes(type), body]);
}

export function writeFullBox(type: string, version: number, ...parts: Uint8Array[]): Uint8Array {
  return writeBox(type, numberBytes(version << 24, 4), ...parts);
}

const maxBoxes = 5_000;

export interface Box {
  type: string;
  body: Uint8Array;
}
