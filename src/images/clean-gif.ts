import { ByteReader } from './byte-reader.ts';
import { ByteWriter, textBytes } from './byte-writer.ts';
import { ImageFault } from './image-fault.ts';
import { maxFrames, maxParts } from './image-limits.ts';
import type { DrawnImage, RemovedPart } from './removed-part.ts';

/**
 * GIF89a: the colour tables, the frames with how long each is shown, and how often the film repeats. Comments, texts
 * and blocks of programs (XMP, ICC) go, and so does everything after the end.
 */
export function cleanGif(bytes: Uint8Array): DrawnImage {
  const reader = new ByteReader(bytes);
  const removed = new Set<RemovedPart>();
  const out = new ByteWriter();
  let [width, height, frames] = [0, 0, 0];
  /** How the next frame is shown. */
  let control: Uint8Array | undefined;

  out.push(reader.take(6));
  const screen = reader.take(7);
  out.push(screen, reader.take(tableLength(screen[4] ?? 0)));
  [width, height] = [word(screen, 0), word(screen, 2)];
  if (width === 0 || height === 0) throw new ImageFault('damaged');

  let blocks = 0;
  for (let block = reader.u8(); block !== trailer; block = reader.u8()) {
    blocks += 1;
    if (blocks > maxParts) throw new ImageFault('damaged');
    if (block === imageBlock) {
      const frame = readFrame(reader);
      frames += 1;
      if (frames > maxFrames) throw new ImageFault('animation');
      [width, height] = [Math.max(width, frame.right), Math.max(height, frame.bottom)];
      out.push(...(control ? [control] : []), frame.whole);
      control = undefined;
    } else if (block === extensionBlock) {
      const start = reader.at - 1;
      const label = reader.u8();
      const first = skipSubBlocks(reader);
      const whole = bytes.subarray(start, reader.at);
      if (label === controlLabel && whole.length === 8) control = whole;
      else if (label === applicationLabel && isLoop(first) && whole.length === 19) out.push(whole);
      else {
        if (label === plainTextLabel) control = undefined;
        removed.add(nameRemoved(label, first));
      }
    } else throw new ImageFault('damaged');
  }
  if (reader.left > 0) removed.add('trailer');
  out.push(Uint8Array.of(trailer));
  return { bytes: out.join(), size: { width, height, frames }, removed };
}

const imageBlock = 0x2c;
const extensionBlock = 0x21;
const trailer = 0x3b;
const plainTextLabel = 0x01;
const controlLabel = 0xf9;
const commentLabel = 0xfe;
const applicationLabel = 0xff;

function readFrame(reader: ByteReader): { whole: Uint8Array; right: number; bottom: number } {
  const start = reader.at - 1;
  const descriptor = reader.take(9);
  const [width, height] = [word(descriptor, 4), word(descriptor, 6)];
  if (width === 0 || height === 0) throw new ImageFault('damaged');
  reader.take(tableLength(descriptor[8] ?? 0));
  const codeSize = reader.u8();
  if (codeSize < 1 || codeSize > 8) throw new ImageFault('damaged');
  if (skipSubBlocks(reader).length === 0) throw new ImageFault('damaged');
  return {
    whole: reader.bytes.subarray(start, reader.at),
    right: word(descriptor, 0) + width,
    bottom: word(descriptor, 2) + height,
  };
}

/** Passes over blocks of up to 255 bytes and the empty one that ends them; the first one's bytes are given back. */
function skipSubBlocks(reader: ByteReader): Uint8Array {
  const first = reader.take(reader.u8());
  let length = first.length;
  while (length > 0) {
    length = reader.u8();
    reader.skip(length);
  }
  return first;
}

/** Bytes of the colour table that the flags announce. */
function tableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** The only block of programs that changes what is seen. */
function isLoop(name: Uint8Array): boolean {
  return loopNames.some((loop) => name.length === loop.length && loop.every((byte, index) => byte === name[index]));
}

const loopNames = ['NETSCAPE2.0', 'ANIMEXTS1.0'].map(textBytes);

function nameRemoved(label: number, name: Uint8Array): RemovedPart {
  if (label === commentLabel || label === plainTextLabel) return 'comment';
  const text = String.fromCharCode(...name);
  return text.startsWith('XMP Data') ? 'xmp' : text.startsWith('ICCRGBG') ? 'profile' : 'other';
}
