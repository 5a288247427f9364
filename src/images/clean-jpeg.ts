import { ByteReader, latin1 } from './byte-reader.ts';
import { ByteWriter, joinBytes, numberBytes, textBytes } from './byte-writer.ts';
import { exifHeader, readOrientation, writeOrientation } from './exif-orientation.ts';
import { ImageFault } from './image-fault.ts';
import { maxParts } from './image-limits.ts';
import { checkScan, checkTables, readFrame } from './jpeg-segments.ts';
import type { DrawnImage, RemovedPart } from './removed-part.ts';

/**
 * JPEG (ITU-T T.81): tables, the frame and its scans stay, whatever lies between them. Of the application segments JFIF
 * and Adobe are written anew, since they say which colours the numbers mean, and the orientation of EXIF. The file ends
 * with the first image: previews, gain maps and films behind it are gone.
 */
export function cleanJpeg(bytes: Uint8Array): DrawnImage {
  const reader = new ByteReader(bytes);
  const removed = new Set<RemovedPart>();
  const head: JpegHead = { jfif: undefined, adobe: undefined, orientation: undefined };
  const drawn = new ByteWriter();
  let size: { width: number; height: number } | undefined;
  let scans = 0;
  let segments = 0;

  reader.take(2);
  for (let marker = readMarker(reader); marker !== endOfImage; marker = readMarker(reader)) {
    segments += 1;
    if (segments > maxParts) throw new ImageFault('damaged');
    if (hasNoLength(marker)) continue;
    const body = reader.take(reader.u16() - 2);
    if (marker === startOfScan) {
      scans += 1;
      if (size === undefined || scans > maxScans) throw new ImageFault('damaged');
      checkScan(body);
      drawn.push(segment(marker, body), readEntropyData(reader));
    } else if (isTable(marker)) {
      checkTables(marker, body);
      drawn.push(segment(marker, body));
    } else if (isFrame(marker)) {
      if (size !== undefined) throw new ImageFault('damaged');
      size = readFrame(marker, body);
      drawn.push(segment(marker, body));
    } else {
      // Decoders look at application segments up to the first scan alone.
      if (scans === 0) readApplication(marker, body, head);
      noteRemoved(marker, body, removed);
    }
  }
  if (size === undefined || scans === 0) throw new ImageFault('damaged');
  if (reader.left > 0) removed.add('trailer');
  return {
    bytes: joinBytes([
      numberBytes(startOfImage, 2),
      ...writeHead(head),
      drawn.join(),
      numberBytes(0xff00 | endOfImage, 2),
    ]),
    size: { ...size, frames: 1 },
    removed,
  };
}

const startOfImage = 0xffd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** A progressive picture has about ten; thousands of tiny ones keep a decoder busy for minutes. */
const maxScans = 100;

/** Any number of fill bytes may stand before a marker. */
function readMarker(reader: ByteReader): number {
  if (reader.u8() !== 0xff) throw new ImageFault('damaged');
  let marker = reader.u8();
  while (marker === 0xff) marker = reader.u8();
  if (marker === 0 || marker === 0xd8) throw new ImageFault('damaged');
  return marker;
}

/** TEM and restart markers, which mean nothing outside a scan. */
function hasNoLength(marker: number): boolean {
  return marker === 0x01 || isRestart(marker);
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

/** Huffman tables, quantisation tables, restart interval. */
function isTable(marker: number): boolean {
  return marker === 0xc4 || marker === 0xdb || marker === 0xdd;
}

/** Also the frames and the arithmetic tables that browsers do not decode. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4;
}

/** The compressed pixels up to the next marker, without fill bytes. */
function readEntropyData(reader: ByteReader): Uint8Array {
  const { bytes } = reader;
  const pieces = new ByteWriter();
  let start = reader.at;
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at)) {
    let next = at + 1;
    while (bytes[next] === 0xff) next += 1;
    const code = bytes[next];
    if (code === undefined) break;
    const goesOn = code === 0 || isRestart(code);
    if (!goesOn || next > at + 1) pieces.push(bytes.subarray(start, at));
    if (!goesOn) {
      reader.at = next - 1;
      if (pieces.length === 0) throw new ImageFault('damaged');
      return pieces.join();
    }
    if (next > at + 1) start = next - 1;
    at = next + 1;
  }
  throw new ImageFault('damaged');
}

function readApplication(marker: number, body: Uint8Array, head: JpegHead): void {
  const name = latin1(body.subarray(0, 6));
  if (marker === 0xe0 && name.startsWith('JFIF\0') && body.length >= 14) head.jfif ??= body;
  if (marker === 0xee && name.startsWith('Adobe') && body.length >= 12) head.adobe = body;
  if (marker === 0xe1 && name === exifHeader) head.orientation ??= readOrientation(body);
}

function noteRemoved(marker: number, body: Uint8Array, removed: Set<RemovedPart>): void {
  const part = nameRemoved(marker, latin1(body.subarray(0, 11)), body.length);
  if (part) removed.add(part);
}

function nameRemoved(marker: number, name: string, length: number): RemovedPart | undefined {
  switch (marker) {
    case 0xe0:
      return name.startsWith('JFIF') && length === 14 ? undefined : 'preview';
    case 0xe1:
      return name.startsWith(exifHeader) ? 'exif' : 'xmp';
    case 0xe2:
      return name === 'ICC_PROFILE' ? 'profile' : 'preview';
    case 0xee:
      return undefined;
    default:
      return marker === 0xfe ? 'comment' : 'other';
  }
}

function writeHead({ jfif, adobe, orientation }: JpegHead): Uint8Array[] {
  const head: Uint8Array[] = [];
  if (jfif) {
    // Version and density as they were where they are of a known kind, and a preview of no pixels.
    const isKnown = jfif[5] === 1 && (jfif[6] ?? 3) <= 2 && (jfif[7] ?? 3) <= 2;
    const facts = isKnown ? jfif.subarray(5, 12) : textBytes('\x01\x01\0\0\x01\0\x01');
    head.push(segment(0xe0, joinBytes([textBytes('JFIF\0'), facts, numberBytes(0, 2)])));
  }
  if (orientation !== undefined) {
    head.push(segment(0xe1, joinBytes([textBytes(exifHeader), writeOrientation(orientation)])));
  }
  // Version 100, no flags, and how the colours were transformed.
  if (adobe) head.push(segment(0xee, joinBytes([textBytes('Adobe\0d\0\0\0\0'), adobe.subarray(11, 12)])));
  return head;
}

function segment(marker: number, body: Uint8Array): Uint8Array {
  return joinBytes([numberBytes(0xff00 | marker, 2), numberBytes(body.length + 2, 2), body]);
}

interface JpegHead {
  jfif: Uint8Array | undefined;
  adobe: Uint8Array | undefined;
  orientation: number | undefined;
}
