import { ByteReader } from './byte-reader.ts';
import { ByteWriter, joinBytes, numberBytes, textBytes } from './byte-writer.ts';
import { crc32 } from './crc32.ts';
import { readOrientation, writeOrientation } from './exif-orientation.ts';
import { ImageFault } from './image-fault.ts';
import { maxParts } from './image-limits.ts';
import { createFrameOrder } from './png-animation.ts';
import { checkHeader, isColourChunk, type PngHeader } from './png-chunks.ts';
import type { DrawnImage, RemovedPart } from './removed-part.ts';

/**
 * PNG (third edition): the chunks that draw the picture or its animation stay, and of EXIF the orientation. Texts,
 * times and colour profiles go, and so does everything after the end.
 */
export function cleanPng(bytes: Uint8Array): DrawnImage {
  const reader = new ByteReader(bytes);
  const removed = new Set<RemovedPart>();
  const [head, picture] = [new ByteWriter(), new ByteWriter()];
  const frames = createFrameOrder();
  let header: PngHeader | undefined;
  let orientation: number | undefined;
  const seen = new Set<string>();
  let last = '';

  head.push(reader.take(8));
  for (let chunks = 0; last !== 'IEND'; chunks += 1) {
    if (chunks > maxParts) throw new ImageFault('damaged');
    const { type, data, whole } = readChunk(reader);
    const out = type === 'IDAT' || seen.has('IDAT') ? picture : head;
    if (header === undefined) {
      header = checkHeader(type, data);
      out.push(whole);
    } else if (type === 'IDAT') {
      // The picture's data stand in one row.
      if (seen.has('IDAT') && last !== 'IDAT') throw new ImageFault('damaged');
      if (header.needsPalette && !seen.has('PLTE')) throw new ImageFault('damaged');
      frames.onPicture();
      out.push(whole);
    } else if (type === 'IEND') {
      if (!seen.has('IDAT') || data.length > 0) throw new ImageFault('damaged');
      out.push(whole);
    } else if (isColourChunk(type, data, header) && !seen.has(type) && !seen.has('IDAT')) {
      out.push(whole);
    } else if (frames.takes(type, data, header, seen.has('IDAT'))) {
      out.push(whole);
    } else {
      if (type === 'eXIf') orientation ??= readOrientation(data);
      removed.add(nameRemoved(type));
    }
    seen.add(type);
    last = type;
  }
  if (header === undefined) throw new ImageFault('damaged');
  if (reader.left > 0) removed.add('trailer');
  if (orientation !== undefined) head.push(writeChunk('eXIf', writeOrientation(orientation)));
  const { width, height } = header;
  return { bytes: joinBytes([head.join(), picture.join()]), size: { width, height, frames: frames.end() }, removed };
}

/** What decoders skip when its checksum is wrong, and what goes anyway. */
const telling = /^(?:tEXt|zTXt|iTXt|tIME|iCCP|eXIf)$/;

function readChunk(reader: ByteReader): PngChunk {
  const start = reader.at;
  const length = reader.u32();
  const type = reader.text(4);
  const data = reader.take(length);
  const sum = reader.u32();
  const whole = reader.bytes.subarray(start, reader.at);
  const isSound = sum === crc32(whole.subarray(4, -4));
  if (!/^[A-Za-z]{4}$/.test(type) || (!isSound && !telling.test(type))) throw new ImageFault('damaged');
  return { type, data: isSound ? data : new Uint8Array(), whole };
}

function writeChunk(type: string, data: Uint8Array): Uint8Array {
  const named = joinBytes([textBytes(type), data]);
  return joinBytes([numberBytes(data.length, 4), named, numberBytes(crc32(named), 4)]);
}

/** A critical chunk (its first letter is upper-case) that is not known here changes what is drawn. */
function nameRemoved(type: string): RemovedPart {
  if (/^[A-Z]/.test(type)) throw new ImageFault('damaged');
  if (type === 'eXIf') return 'exif';
  if (type === 'iCCP') return 'profile';
  return /^(?:tEXt|zTXt|iTXt|tIME)$/.test(type) ? 'comment' : 'other';
}

interface PngChunk {
  type: string;
  data: Uint8Array;
  /** With length and checksum. */
  whole: Uint8Array;
}
