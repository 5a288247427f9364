import { ByteReader } from './byte-reader.ts';
import { ImageFault } from './image-fault.ts';

/** Reads the first chunk, which must be a header that the specification knows. */
export function checkHeader(type: string, data: Uint8Array): PngHeader {
  if (type !== 'IHDR' || data.length !== 13) throw new ImageFault('damaged');
  const reader = new ByteReader(data);
  const [width, height, depth, colour] = [reader.u32(), reader.u32(), reader.u8(), reader.u8()];
  const [compression, filter, interlace] = [reader.u8(), reader.u8(), reader.u8()];
  const isKnown = Object.hasOwn(depths, colour) && depths[colour]?.includes(depth) === true;
  if (!isKnown || compression !== 0 || filter !== 0 || interlace > 1) throw new ImageFault('damaged');
  return { width, height, depth, colour, needsPalette: colour === indexed };
}

/**
 * Whether a chunk says how the picture's numbers become colours or sizes, in the one form that the specification
 * allows.
 */
export function isColourChunk(type: string, data: Uint8Array, { colour, depth }: PngHeader): boolean {
  switch (type) {
    case 'PLTE':
      return data.length > 0 && data.length % 3 === 0 && data.length <= 3 * (colour === indexed ? 1 << depth : 256);
    case 'tRNS':
      return (
        data.length > 0 && (colour === indexed ? data.length <= 1 << depth : data.length === transparentLengths[colour])
      );
    case 'gAMA':
      return data.length === 4;
    case 'sRGB':
      return data.length === 1 && (data[0] ?? 4) < 4;
    case 'cICP':
      return data.length === 4;
    case 'pHYs':
      return data.length === 9 && (data[8] ?? 2) < 2;
    default:
      return false;
  }
}

const indexed = 3;

/** Bits of a sample by colour type. */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Length of `tRNS` by colour type. */
const transparentLengths: Readonly<Record<number, number>> = { 0: 2, 2: 6 };

export interface PngHeader {
  width: number;
  height: number;
  depth: number;
  colour: number;
  needsPalette: boolean;
}
