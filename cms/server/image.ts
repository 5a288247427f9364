import { Refusal } from './refusal.ts';
import { refusalWords as words } from './words.ts';

/** Refuses what is not the image that its name says, is too large, or tells where and with what it was taken. */
export function checkImage(path: string, bytes: Buffer): void {
  if (bytes.length > mostBytes) throw new Refusal(413, 'content', words.mediaLarge);
  const kind = findImageKind(bytes);
  if (!kind) throw new Refusal(422, 'content', words.mediaKind);
  const extension = path.slice(path.lastIndexOf('.') + 1).replace('jpeg', 'jpg');
  if (extension !== kind) throw new Refusal(422, 'content', words.mediaMismatch);
  if (tellsTooMuch(kind, bytes)) throw new Refusal(422, 'content', words.mediaPlaces);
}

const mostBytes = 5 * 1024 * 1024;

function findImageKind(bytes: Buffer): ImageKind | undefined {
  const start = bytes.toString('latin1', 0, 16);
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif';
  if (start.slice(4, 8) === 'ftyp' && /^avi[fs]/.test(start.slice(8, 12))) return 'avif';
  return undefined;
}

/** Whether the file has a block for EXIF or XMP data. Each format's own structure is walked: pixel data may hold any bytes. */
function tellsTooMuch(kind: ImageKind, bytes: Buffer): boolean {
  if (kind === 'jpg') return someJpegSegment(bytes);
  if (kind === 'png') return somePngChunk(bytes);
  if (kind === 'webp') return someRiffChunk(bytes);
  if (kind === 'gif') return bytes.includes('XMP DataXMP');
  const head = bytes.subarray(0, 64 * 1024);
  return head.includes('infe') && (head.includes('Exif\0') || head.includes('application/rdf+xml'));
}

function someJpegSegment(bytes: Buffer): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda || marker === 0xd9) return false;
    if (marker === 0xe1 || marker === 0xed) return true;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}

function somePngChunk(bytes: Buffer): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'eXIf' || (/^[iz]?TXt$/i.test(type) && /^(?:XML:com\.adobe\.xmp|Raw profile type (?:exif|xmp|APP1|iptc))\0/.test(bytes.toString('latin1', at + 8, at + 48)))) return true;
    at += 12 + bytes.readUInt32BE(at);
  }
  return false;
}

function someRiffChunk(bytes: Buffer): boolean {
  let at = 12;
  while (at + 8 <= bytes.length) {
    const type = bytes.toString('latin1', at, at + 4);
    if (type === 'EXIF' || type === 'XMP ') return true;
    const size = bytes.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return false;
}

type ImageKind = 'jpg' | 'png' | 'webp' | 'gif' | 'avif';
