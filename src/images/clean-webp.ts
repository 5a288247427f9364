import { ByteReader } from './byte-reader.ts';
import { joinBytes, littleEndianBytes, textBytes } from './byte-writer.ts';
import { readOrientation, writeOrientation } from './exif-orientation.ts';
import { ImageFault } from './image-fault.ts';
import { maxFrames } from './image-limits.ts';
import type { DrawnImage, RemovedPart } from './removed-part.ts';
import { readChunks, readStill, writeChunk, type RiffChunk } from './webp-chunks.ts';

/**
 * WebP (RFC 9649): the picture with its transparency, or the frames of an animation, and of EXIF the orientation. The
 * flags of the extended header are written to fit what is left.
 */
export function cleanWebp(bytes: Uint8Array): DrawnImage {
  const reader = new ByteReader(bytes);
  reader.take(4);
  const length = reader.u32(true);
  reader.take(4);
  if (length < 4) throw new ImageFault('damaged');
  const removed = new Set<RemovedPart>();
  const chunks = readChunks(reader.take(length - 4));
  if (reader.left > 0) removed.add('trailer');
  for (const { name } of chunks) if (!drawing.has(name)) removed.add(nameRemoved(name));
  const extended = chunks[0]?.name === 'VP8X' ? chunks[0].data : undefined;
  return { ...(extended ? cleanExtended(extended, chunks) : cleanSimple(chunks)), removed };
}

const drawing = new Set(['VP8X', 'ALPH', 'VP8 ', 'VP8L', 'ANIM', 'ANMF']);
const animationFlag = 0x02;
const exifFlag = 0x08;
const alphaFlag = 0x10;

/** Without the extended header, the first chunk is the picture and the only one that is looked at. */
function cleanSimple([first]: readonly RiffChunk[]): Drawn {
  if (first === undefined) throw new ImageFault('damaged');
  const { width, height, parts } = readStill([first]);
  return { bytes: writeFile(parts), size: { width, height, frames: 1 } };
}

function cleanExtended(header: Uint8Array, chunks: readonly RiffChunk[]): Drawn {
  const reader = new ByteReader(header);
  const flags = reader.u32(true);
  const [width, height] = [reader.u24(true) + 1, reader.u24(true) + 1];
  const exif = chunks.find(({ name }) => name === 'EXIF')?.data;
  const orientation = exif && readOrientation(exif);
  const isAnimated = (flags & animationFlag) !== 0;
  const frames = isAnimated ? chunks.filter(({ name }) => name === 'ANMF') : [];
  const drawn = isAnimated ? drawFrames(chunks, frames, width, height) : drawStill(chunks, width, height);
  const kept =
    (flags & (isAnimated ? alphaFlag | animationFlag : alphaFlag)) | (orientation === undefined ? 0 : exifFlag);
  return {
    bytes: writeFile([
      writeChunk(
        'VP8X',
        joinBytes([littleEndianBytes(kept, 4), ...[width, height].map((side) => littleEndianBytes(side - 1, 3))]),
      ),
      ...drawn,
      ...(orientation === undefined ? [] : [writeChunk('EXIF', writeOrientation(orientation))]),
    ]),
    size: { width, height, frames: isAnimated ? frames.length : 1 },
  };
}

function drawStill(chunks: readonly RiffChunk[], width: number, height: number): Uint8Array[] {
  const still = readStill(chunks);
  if (still.width !== width || still.height !== height) throw new ImageFault('damaged');
  return still.parts;
}

function drawFrames(
  chunks: readonly RiffChunk[],
  frames: readonly RiffChunk[],
  width: number,
  height: number,
): Uint8Array[] {
  const settings = chunks.find(({ name }) => name === 'ANIM')?.data;
  if (settings?.length !== 6) throw new ImageFault('damaged');
  if (frames.length > maxFrames) throw new ImageFault('animation');
  return [
    writeChunk('ANIM', settings),
    ...frames.map(({ data }) => writeChunk('ANMF', cleanFrame(data, width, height))),
  ];
}

function cleanFrame(data: Uint8Array, canvasWidth: number, canvasHeight: number): Uint8Array {
  const reader = new ByteReader(data);
  const head = reader.take(16);
  const place = new ByteReader(head);
  const [left, top] = [2 * place.u24(true), 2 * place.u24(true)];
  const [width, height] = [place.u24(true) + 1, place.u24(true) + 1];
  const still = readStill(readChunks(reader.take(reader.left)));
  const fits =
    left + width <= canvasWidth && top + height <= canvasHeight && still.width === width && still.height === height;
  if (!fits) throw new ImageFault('damaged');
  return joinBytes([head, ...still.parts]);
}

function writeFile(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = joinBytes(parts);
  return joinBytes([textBytes('RIFF'), littleEndianBytes(body.length + 4, 4), textBytes('WEBP'), body]);
}

function nameRemoved(name: string): RemovedPart {
  return name === 'EXIF' ? 'exif' : name === 'XMP ' ? 'xmp' : name === 'ICCP' ? 'profile' : 'other';
}

type Drawn = Omit<DrawnImage, 'removed'>;
