import { textBytes } from './byte-writer.ts';
import { exifHeader, writeOrientation } from './exif-orientation.ts';
import { ImageFault } from './image-fault.ts';

/**
 * Refuses a file whose compressed pixels hold the beginning of a block of metadata: a broken or forged length made
 * pixels of it. Each word is so long that pixels hold it by chance in fewer than one file of ten million.
 */
export function refuseTelling(bytes: Uint8Array): void {
  for (const word of words) if (find(bytes, word, 0) >= 0) throw new ImageFault('damaged');
  // The orientation that is kept begins alike.
  for (let at = find(bytes, exif, 0); at >= 0; at = find(bytes, exif, at + 1)) {
    if (!startsWith(bytes, ownExif, at)) throw new ImageFault('damaged');
  }
}

const words = ['xpacket', 'xmpmeta', 'ns.adobe.com', 'Photoshop 3.0', 'ICC_PROFILE'].map(textBytes);
const exif = textBytes(exifHeader);
/** Up to the value. */
const ownExif = Uint8Array.from([...exif, ...writeOrientation(1).subarray(0, 18)]);

function find(bytes: Uint8Array, word: Uint8Array, from: number): number {
  const first = word[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, word, at)) return at;
  }
  return -1;
}

function startsWith(bytes: Uint8Array, word: Uint8Array, at: number): boolean {
  for (let index = 0; index < word.length; index += 1) if (bytes[at + index] !== word[index]) return false;
  return true;
}
